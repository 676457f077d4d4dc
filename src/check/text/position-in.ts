import type { PlacedSegment } from '../page-pair.ts'

/**
 * Line and column of `part` in a segment: of its first occurrence as it is written, else of the segment.
 *
 * @param from UTF-16 offset in the segment's raw text to look from
 */
export function positionIn(
  { segment }: PlacedSegment,
  part?: string,
  from = 0,
): { readonly line: number; readonly column: number } {
  const { line, column } = segment.position
  const at = part === undefined || part === '' ? -1 : segment.raw.indexOf(part, from)
  if (at < 0) return { line, column }
  const before = segment.raw.slice(0, at).split(/\r\n|\r|\n/)
  const last = before.at(-1) ?? ''
  return before.length === 1
    ? { line, column: column + last.length }
    : { line: line + before.length - 1, column: last.length + 1 }
}
