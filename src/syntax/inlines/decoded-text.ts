import { decodeReference } from './decode-reference.ts'
import type { Inline } from './inline.ts'
import { quotesAround } from './quotes-around.ts'

const reference = String.raw`&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});`
const lineEnd = String.raw`(?<![ \t])[ \t]*(?:\r\n|\n|\r)[ \t]*`
const references = new RegExp(`${lineEnd}|${reference}`, 'g')
const escapesToo = new RegExp(String.raw`${lineEnd}|\\[!-/:-@[-\x60{-~]|${reference}`, 'g')

/**
 * Text without other markup than character references and, where `escapes` is set, backslash escapes: titles,
 * attribute values, text between tags. Each decoded character is an item of its own, each line end a fold with the white
 * space around it.
 *
 * @param options `quotes`: how many block quotes the text is in, whose markers belong to its line ends; by default as
 *   many as there are markers before it on its line
 */
export function decodedText(
  source: string,
  start: number,
  end: number,
  options: { readonly escapes: boolean; readonly quotes?: number },
): readonly Inline[] {
  const raw = source.slice(start, end)
  const items: Inline[] = []
  const quotes = (): number => options.quotes ?? quotesAround(source, start)
  let at = 0
  const plain = (to: number): void => {
    if (to > at) items.push({ type: 'text', start: start + at, end: start + to, value: raw.slice(at, to) })
  }
  for (const { 0: written, index } of raw.matchAll(options.escapes ? escapesToo : references)) {
    const first = written.charAt(0)
    const isText = first === '&' || first === '\\'
    const value = first === '&' ? decodeReference(written) : written.slice(1)
    if (value === written) continue
    plain(index)
    at = index + written.length
    if (!isText) at += markersLength(raw, at, quotes())
    const span = { start: start + index, end: start + at }
    items.push(isText ? { type: 'text', ...span, value } : { type: 'fold', ...span })
  }
  plain(raw.length)
  return items
}

/** The length of the markers of no more block quotes than that, with the white space after each. */
function markersLength(raw: string, at: number, quotes: number): number {
  let end = at
  for (let left = quotes; left > 0 && raw.charAt(end) === '>'; left--) {
    end++
    while (raw.charAt(end) === ' ' || raw.charAt(end) === '\t') end++
  }
  return end - at
}
