import type { Locale } from '../../../model.ts'

/** A run of a text: where it starts, and its characters. */
export interface TextRun {
  readonly start: number
  readonly text: string
}

const URL_OR_EMAIL = String.raw`https?://[^\s<>"'«»]*[^\s<>"'«».,;:!?)\]]|\w[\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}`
const NUMBER = String.raw`\d+(?:[.,:/]\d+)*(?![\p{L}\p{M}\p{N}])`
/** With its variation selector or skin tone, or several joined into one; a flag. */
const EMOJI_PART = String.raw`\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*`
const EMOJI = String.raw`${EMOJI_PART}(?:\u200d${EMOJI_PART})*|\p{Regional_Indicator}{2}`
const WORD = String.raw`[\p{L}\p{M}\p{N}_]+(?:[-.+&][\p{L}\p{M}\p{N}_]+)*`
const SCANNER = new RegExp(`${URL_OR_EMAIL}|${NUMBER}|${EMOJI}|${WORD}|\\.{3}|\\p{P}|\\p{S}`, 'gu')

/** `l'`, `qu'`: the article or conjunction is a word of its own. */
const FRENCH_ELISION = /^(?:[ldjmtsnc]|qu|lorsqu|puisqu|jusqu|quoiqu|quelqu|presqu)$/iu
/** `connectez-vous`, `y a-t-il`, `celui-ci`: the clitic is a word of its own. */
const FRENCH_CLITIC =
  /^(.+?)(-t)?(-(?:vous|nous|moi|toi|lui|leur|les|le|la|ils?|elles?|on|ce|ci|là|y|en|je|tu))$/iu
const FRENCH_WHOLE = /^(?:rendez-vous|peut-être|celles?-ci|ceux-ci)$/iu
const ENGLISH_SUFFIX = /^(?:s|re|ve|ll|d|m)$/iu
const APOSTROPHE = /^['’]$/u

/**
 * Cuts a text into words, numbers and marks. White space (no-break space too) is dropped; the runs' places tell
 * where it was. French elisions and clitics and English `'s` are runs of their own; contractions in `n't` stay whole.
 *
 * @param text plain text of one sentence, no markup
 * @param locale decides what an apostrophe and a hyphen do
 */
export function tokeniseText(text: string, locale: Locale): readonly TextRun[] {
  const runs: TextRun[] = []
  for (const match of text.matchAll(SCANNER)) runs.push({ start: match.index, text: match[0] })
  if (locale.startsWith('fr')) return splitClitics(joinApostrophes(runs, joinsFrench))
  if (locale.startsWith('en')) return joinApostrophes(runs, joinsEnglish)
  return runs
}

/** What an apostrophe joins: the word before it, the word after it, both or none. */
type ApostropheRule = (before: string, after: string) => 'before' | 'after' | 'both' | 'none'

const joinsFrench: ApostropheRule = (before, after) => {
  if (/^aujourd$/iu.test(before) && /^hui$/iu.test(after)) return 'both'
  return FRENCH_ELISION.test(before) ? 'before' : 'none'
}

const joinsEnglish: ApostropheRule = (before, after) => {
  if (/n$/iu.test(before) && /^t$/iu.test(after)) return 'both'
  return ENGLISH_SUFFIX.test(after) ? 'after' : 'none'
}

function joinApostrophes(runs: readonly TextRun[], rule: ApostropheRule): readonly TextRun[] {
  const out: TextRun[] = []
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] as TextRun
    const before = out.at(-1)
    const after = runs[i + 1]
    const touchesBefore = before !== undefined && before.start + before.text.length === run.start
    if (!APOSTROPHE.test(run.text) || !touchesBefore) {
      out.push(run)
      continue
    }
    const touchesAfter = after !== undefined && after.start === run.start + 1
    const joins = rule(before.text, touchesAfter ? after.text : '')
    if (joins === 'none' || (joins !== 'before' && after === undefined)) {
      out.push(run)
    } else if (joins === 'before') {
      out[out.length - 1] = { start: before.start, text: `${before.text}'` }
    } else if (joins === 'both') {
      out[out.length - 1] = { start: before.start, text: `${before.text}'${after?.text ?? ''}` }
      i++
    } else {
      out.push({ start: run.start, text: `'${after?.text ?? ''}` })
      i++
    }
  }
  return out
}

function splitClitics(runs: readonly TextRun[]): readonly TextRun[] {
  const out: TextRun[] = []
  for (const run of runs) {
    const match = run.text.includes('-') && !FRENCH_WHOLE.test(run.text) ? FRENCH_CLITIC.exec(run.text) : null
    if (match === null) {
      out.push(run)
      continue
    }
    const [, stem = '', , clitic = ''] = match
    out.push({ start: run.start, text: stem })
    out.push({ start: run.start + run.text.length - clitic.length, text: clitic })
  }
  return out
}
