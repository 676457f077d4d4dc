import type { Segment } from '../../model.ts'
import type { Inline } from '../../syntax/inlines/inline.ts'
import type { Edit } from './apply-edits.ts'
import { rawOffsets } from './raw-offsets.ts'

/**
 * Code and tags that the source wrote over several lines, written so in a translation. A fragment has spaces for the line
 * ends of code, and has tags without their indentation: the same to a reader of the page (CommonMark 6.1), but not to a
 * program that is given its tree. Tags with texts in them are left aside.
 *
 * @param sourceItems the inlines of the segment's fragment
 * @param targetItems those of the translation
 */
export function keepCodeLines(
  segment: Segment,
  sourceItems: readonly Inline[],
  target: string,
  targetItems: readonly Inline[],
): readonly Edit[] {
  const rawOffset = rawOffsets(segment)
  const written = new Map<string, string[]>()
  for (const { start, end } of sourceItems.filter(isKept)) {
    const literal = segment.fragment.slice(start, end)
    const list = written.get(literal) ?? []
    written.set(literal, [...list, segment.raw.slice(rawOffset(start), rawOffset(end))])
  }
  return targetItems.filter(isKept).flatMap(({ start, end }): readonly Edit[] => {
    const text = written.get(target.slice(start, end))?.shift()
    return text !== undefined && /[\r\n]/.test(text) ? [{ start, end, text }] : []
  })
}

function isKept(item: Inline): boolean {
  return item.type === 'code' && (item.kind === 'code' || (item.kind === 'tag' && item.holes.length === 0))
}
