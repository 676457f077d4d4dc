import type { Locale } from '../model.ts'
import { isLabel } from '../syntax/fragments/is-label.ts'
import type { Inline, InlineText } from '../syntax/inlines/inline.ts'
import { sentenceBreaks } from '../syntax/sentence-breaks.ts'

/** What stands for markup in the text that sentences are looked for in. */
const object = '\uFFFC'

/** The inlines of each sentence. None ends within a code or between the codes of a pair. */
export function sentencesOf(items: readonly Inline[], locale: Locale): readonly (readonly Inline[])[] {
  const texts = textsOf(items)
  const breaks = breaksIn(texts.join(''), locale)
  return breaks.length === 0 ? [items] : cutAt(items, startsOf(items, texts, breaks))
}

/** `Intl.Segmenter`'s time grows with the square of a text's length. */
const windowLength = 4096

/** As much of what follows a sentence as decides whether it ended. */
const lookahead = 256

/**
 * The sentence breaks of a text, found in windows that each begin where a sentence does: what is before a sentence does
 * not decide where it ends.
 */
function breaksIn(text: string, locale: Locale): readonly number[] {
  if (text.length <= windowLength) return sentenceBreaks(text, locale)
  const breaks: number[] = []
  let start = 0
  let length = windowLength
  while (start < text.length) {
    const end = start + length
    const found = sentenceBreaks(text.slice(start, end), locale).filter(
      offset => end >= text.length || offset < length - lookahead,
    )
    for (const offset of found) breaks.push(start + offset)
    if (end >= text.length) break
    start = breaks.at(-1) ?? start
    length = found.length === 0 ? 2 * length : windowLength
  }
  return breaks
}

/**
 * Where sentences start in the source. A sentence begins before the codes that open at its first letter, and not where
 * only the white space at the end of other codes' text is between it and the one before.
 */
function startsOf(
  items: readonly Inline[],
  texts: readonly string[],
  breaks: readonly number[],
): readonly number[] {
  const starts: number[] = []
  let next = 0
  let depth = 0
  let length = 0
  for (const [at, item] of items.entries()) {
    const form = item.type === 'code' ? item.form : 'standalone'
    if (form === 'close') depth--
    if (depth === 0 && breaks[next] === length && form !== 'close' && !isClose(items[at - 1])) {
      starts.push(item.start)
    }
    if (form === 'open') depth++
    const end = length + (texts[at] as string).length
    for (; next < breaks.length && (breaks[next] as number) < end; next++) {
      const offset = (breaks[next] as number) - length
      if (offset > 0 && depth === 0 && isPlain(item)) starts.push(item.start + offset)
    }
    length = end
  }
  return starts
}

function isClose(item: Inline | undefined): boolean {
  return item?.type === 'code' && item.form === 'close'
}

function cutAt(items: readonly Inline[], starts: readonly number[]): readonly (readonly Inline[])[] {
  const sentences: Inline[][] = [[]]
  let next = 0
  for (const item of items) {
    let rest = item
    for (let start = starts[next]; start !== undefined && start < item.end; start = starts[++next]) {
      if (start > rest.start && isPlain(rest)) {
        sentences.at(-1)?.push(partOf(rest, 0, start - rest.start))
        rest = partOf(rest, start - rest.start, rest.value.length)
      }
      sentences.push([])
    }
    sentences.at(-1)?.push(rest)
  }
  return sentences.filter(sentence => sentence.length > 0)
}

/** Text that means what it says, letter by letter, so that it can be cut. */
function isPlain(item: Inline): item is InlineText {
  return item.type === 'text' && item.value.length === item.end - item.start
}

function partOf(item: InlineText, from: number, to: number): InlineText {
  const { start, value } = item
  return { type: 'text', start: start + from, end: start + to, value: value.slice(from, to) }
}

/** The text of each inline as sentences are looked for in it: pairs of codes are nothing, all other codes an object. */
function textsOf(items: readonly Inline[]): readonly string[] {
  const texts: string[] = []
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as Inline
    const end = labelEnd(items, at)
    if (end > at) {
      texts.push(object, ...Array<string>(end - at).fill(''))
      at = end
    } else if (item.type === 'text') texts.push(item.value)
    else if (item.type === 'fold') texts.push(' ')
    else texts.push(item.type === 'code' && item.form !== 'standalone' ? '' : object)
  }
  return texts
}

/** The index of the code that closes the label that opens at `at`; `at` itself when none does. */
function labelEnd(items: readonly Inline[], at: number): number {
  const open = items[at]
  if (open?.type !== 'code' || open.form !== 'open' || open.kind !== 'strong') return at
  let end = at + 1
  let text = ''
  for (let item = items[end]; item?.type === 'text' || item?.type === 'fold'; item = items[++end]) {
    text += item.type === 'text' ? item.value : ' '
  }
  const isClosed = items[end]?.type === 'code' && (items[end] as { pair?: number }).pair === open.pair
  return isClosed && isLabel(text, { before: object, after: object }) ? end : at
}
