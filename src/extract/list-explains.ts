import { explainsTerm } from '../syntax/fragments/explains-term.ts'

/** An item that begins with a bold text: what is before its marker, the text, and what comes after it on the line. */
const boldItem = /^([ \t>]*)(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\*\*([^*\n\r]+)\*\*|__([^_\n\r]+)__)([^\n\r]*)/gm

/**
 * Whether a list explains terms: one of its own items does, so that the others do too, however their sentences begin.
 *
 * @param start where the list starts, on a line that may have begun before
 */
export function listExplains(source: string, start: number, end: number): boolean {
  const lineStart = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1
  const width = start - lineStart
  // Markers of containers before the first item stand as spaces, as they do before the others.
  const list = ' '.repeat(width) + source.slice(start, end)
  for (const [, before = '', starred, underlined, after = ''] of list.matchAll(boldItem)) {
    if (before.length === width && explainsTerm(starred ?? underlined ?? '', after)) return true
  }
  return false
}
