import type { Locale } from '../model.ts'
import { type Abbreviations, abbreviations } from './abbreviations.ts'

const segmenters = new Map<Locale, Intl.Segmenter>()

/** A terminator, anything that may close a quotation after it, then white space; or a terminator of Chinese or Japanese. */
const mayBreak = /[.!?…](?:[^\p{L}\p{N}\s]|(?:\s(?=[»”"')\]])))*\s|[。！？]/u

/** What the segmenter misreads: line ends (it breaks at each), ellipses, and starts that have no letter case. */
const misread = /[\r\n\u0085\u2028\u2029…\d\uFFFC]/g

/** A list marker or step number at the start of a text, after a colon or after another sentence: `1.`, `12.`, `a.` */
const marker = /(?:^\s*|[.!?…:;]\s+|\()(?:\d{1,2}|[a-zA-Z])$/

/**
 * The offsets at which a new sentence of `text` starts, in ascending order, 0 and the text's length left out. White
 * space belongs to the sentence before it.
 *
 * Sentences are those of `Intl.Segmenter` (UAX 29), corrected: none ends at an abbreviation, an initial or a step
 * number, before a lower-case letter, before a closing quotation mark, or inside brackets or guillemets that opened in
 * its middle; line ends are white space like any other; `…` ends a sentence as `...` does. U+FFFC stands for an inline
 * code and may begin a sentence.
 */
export function sentenceBreaks(text: string, locale: Locale): readonly number[] {
  if (!mayBreak.test(text)) return []
  const breaks: number[] = []
  const known = abbreviations(locale)
  const isInBrackets = bracketTracker(text)
  let last = 0
  for (const { index } of segmenter(locale).segment(text.replace(misread, plainCharacter))) {
    const start = afterClosing(text, index)
    if (start <= last || start >= text.length) continue
    if (!endsSentence(text, start, known) || isInBrackets(last, start)) continue
    breaks.push(start)
    last = start
  }
  return breaks
}

function segmenter(locale: Locale): Intl.Segmenter {
  let found = segmenters.get(locale)
  if (found === undefined) {
    found = new Intl.Segmenter(locale, { granularity: 'sentence' })
    segmenters.set(locale, found)
  }
  return found
}

const mayBegin = /^[\p{Lu}\uFFFC«“"(]/u

/** One code unit for one code unit, so that offsets stay. A capital stands for digits and codes: both may begin a sentence. */
function plainCharacter(character: string): string {
  if (character === '…') return '.'
  return character === '\uFFFC' || (character >= '0' && character <= '9') ? 'X' : ' '
}

/** Moves a break that the segmenter puts before ` »` or `)` to the start of the next word. */
function afterClosing(text: string, index: number): number {
  let at = index
  while (at > 0 && at < text.length && /[»”’)\]]/.test(text.charAt(at))) {
    at++
    while (at < text.length && /\s/.test(text.charAt(at))) at++
  }
  return at
}

/** Whether a sentence ends before `start`, where the segmenter sees one start. */
function endsSentence(text: string, start: number, known: Abbreviations): boolean {
  const next = text.slice(start, start + 2)
  if (/^\p{Ll}/u.test(next)) return false
  let end = start
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--
  if (end === start) return /[。！？][」』）”’]?$/.test(text.slice(Math.max(0, end - 2), end))
  if (text.charAt(end - 1) !== '.') return true
  return !isAbbreviated(text, end - 1, next, known)
}

/** Whether the full stop at `stop` belongs to the word before it. */
function isAbbreviated(text: string, stop: number, next: string, known: Abbreviations): boolean {
  const before = text.slice(Math.max(0, stop - 24), stop)
  const written = /[\p{L}\p{N}.-]*$/u.exec(before)?.[0] ?? ''
  const word = written.toLowerCase()
  if (known.leading.has(word)) return true
  if (known.trailing.has(word)) return !mayBegin.test(next)
  if (known.shortened.has(word)) return written !== word || !mayBegin.test(next)
  if (/^\p{Lu}$/u.test(written)) return true
  return marker.test(before) && !belongsToAbbreviation(before, known)
}

/** Whether a number is what an abbreviation before it introduces (`chap. 3`), and no step's. */
function belongsToAbbreviation(before: string, known: Abbreviations): boolean {
  const word = /([\p{L}.-]+)\.\s+\d+$/u.exec(before)?.[1]?.toLowerCase() ?? ''
  return known.leading.has(word) || known.shortened.has(word)
}

/**
 * Asked for ascending offsets, tells whether a bracket or guillemet that opened after the first character of the
 * sentence beginning at `sentence` is open at `offset`. Those that never close don't count.
 */
function bracketTracker(text: string): (sentence: number, offset: number) => boolean {
  const closed = closedBrackets(text)
  const open: number[] = []
  let at = 0
  return (sentence, offset) => {
    for (; at < offset; at++) {
      if (closed.has(at)) open.push(at)
      else if (open.length > 0 && closed.get(open[open.length - 1] ?? 0) === at) open.pop()
    }
    return (open[open.length - 1] ?? 0) > sentence
  }
}

/** Offsets of the opening brackets and guillemets that close again, each with the offset where it does. */
function closedBrackets(text: string): ReadonlyMap<number, number> {
  const closed = new Map<number, number>()
  const open: number[] = []
  for (const { 0: character, index } of text.matchAll(/[()«»]/g)) {
    if (character === '(' || character === '«') {
      open.push(index)
      continue
    }
    const opener = open[open.length - 1]
    if (opener === undefined || text.charAt(opener) !== (character === ')' ? '(' : '«')) continue
    closed.set(opener, index)
    open.pop()
  }
  return closed
}
