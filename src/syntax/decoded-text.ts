import { decodeReference } from './decode-reference.ts'
import type { Inline } from './inline.ts'

const reference = String.raw`&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});`
/** A line end with the indentation and the block quote markers of the next line. */
const lineEnd = String.raw`(?:\r\n|\n|\r)[ \t>]*`
const references = new RegExp(`${lineEnd}|${reference}`, 'g')
const escapesToo = new RegExp(String.raw`${lineEnd}|\\[!-/:-@[-\x60{-~]|${reference}`, 'g')

/**
 * Text without other markup than character references and, where `escapes` is set, backslash escapes: titles,
 * attribute values, text between tags. Each decoded character is an item of its own, each line end a fold.
 */
export function decodedText(
  source: string,
  start: number,
  end: number,
  options: { readonly escapes: boolean },
): readonly Inline[] {
  const raw = source.slice(start, end)
  const items: Inline[] = []
  let at = 0
  const plain = (to: number): void => {
    if (to > at) items.push({ type: 'text', start: start + at, end: start + to, value: raw.slice(at, to) })
  }
  for (const { 0: written, index } of raw.matchAll(options.escapes ? escapesToo : references)) {
    const span = { start: start + index, end: start + index + written.length }
    const first = written.charAt(0)
    const value = first === '&' ? decodeReference(written) : written.slice(1)
    if (value === written) continue
    plain(index)
    at = index + written.length
    if (first === '&' || first === '\\') items.push({ type: 'text', ...span, value })
    else items.push({ type: 'fold', ...span })
  }
  plain(raw.length)
  return items
}
