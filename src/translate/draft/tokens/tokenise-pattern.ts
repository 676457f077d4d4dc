import type { Code, Locale, Pattern } from '../../../model.ts'
import type { DraftToken, PairMark, TokenisedText } from './draft-token.ts'
import { tokeniseText } from './tokenise-text.ts'

/**
 * Cuts a pattern into tokens. A standalone code is one token; the marks of paired codes stand between tokens and do
 * not interrupt a word's neighbourhood.
 *
 * @returns tokens in order, and the marks of paired codes by token index
 */
export function tokenisePattern(pattern: Pattern, locale: Locale): TokenisedText {
  const tokens: DraftToken[] = []
  const marks: PairMark[] = []
  let spaceBefore = true
  for (const item of pattern) {
    if (typeof item === 'string') {
      let end = 0
      for (const run of tokeniseText(item, locale)) {
        const glued = run.start === end ? end > 0 || !spaceBefore : false
        tokens.push({ surface: run.text, glued: glued && tokens.length > 0 })
        end = run.start + run.text.length
      }
      spaceBefore = end < item.length || (end === 0 && spaceBefore)
    } else if (item.form === 'standalone') {
      tokens.push({ surface: codeText(item), glued: !spaceBefore && tokens.length > 0, code: item })
      spaceBefore = false
    } else {
      marks.push({ code: item, at: tokens.length })
    }
  }
  return { tokens, marks }
}

/** The words of a standalone code as a reader sees them: a label's text without its asterisks. */
function codeText({ literal, kind }: Code): string {
  if (kind !== 'label' && kind !== 'name') return literal
  let from = 0
  let to = literal.length
  while (from < to && isMark(literal[from])) from++
  while (to > from && isMark(literal[to - 1])) to--
  return literal.slice(from, to)
}

function isMark(character: string | undefined): boolean {
  return character === '*' || character === '_'
}
