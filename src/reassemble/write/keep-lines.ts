import type { Segment } from '../../model.ts'
import type { Inline } from '../../syntax/inlines/inline.ts'
import type { Edit } from './apply-edits.ts'
import { rawOffsets } from './raw-offsets.ts'

/**
 * The line ends that a translation takes over from HTML source: those beside its tags. A tag alone on its line may be
 * what makes a block of HTML (CommonMark 4.6, condition 7), while a fragment has spaces for line ends.
 *
 * @param sourceItems the inlines of the segment's fragment
 * @param targetItems those of the translation
 */
export function keepLines(
  segment: Segment,
  sourceItems: readonly Inline[],
  target: string,
  targetItems: readonly Inline[],
): readonly Edit[] {
  const sides = lineEndsByTag(segment, sourceItems)
  const edits = new Map<number, Edit>()
  for (const item of targetItems) {
    if (item.type !== 'code') continue
    const side = sides.get(target.slice(item.start, item.end))?.shift()
    for (const [offset, text] of [
      [item.start - 1, side?.before],
      [item.end, side?.after],
    ] as const) {
      if (text !== undefined && target.charAt(offset) === ' ') {
        edits.set(offset, { start: offset, end: offset + 1, text })
      }
    }
  }
  return [...edits.values()]
}

interface LineEnds {
  readonly before: string | undefined
  readonly after: string | undefined
}

/** For each tag, as often as it occurs, the white space beside it that ends a line. */
function lineEndsByTag(segment: Segment, items: readonly Inline[]): ReadonlyMap<string, LineEnds[]> {
  const rawOffset = rawOffsets(segment)
  const lineEndAt = (offset: number): string | undefined => {
    const space = segment.raw.slice(rawOffset(offset), rawOffset(offset + 1))
    return segment.fragment.charAt(offset) === ' ' && /[\r\n]/.test(space) ? space : undefined
  }
  const sides = new Map<string, LineEnds[]>()
  for (const item of items) {
    if (item.type !== 'code') continue
    const tag = segment.fragment.slice(item.start, item.end)
    const ends = { before: lineEndAt(item.start - 1), after: lineEndAt(item.end) }
    const list = sides.get(tag)
    if (list === undefined) sides.set(tag, [ends])
    else list.push(ends)
  }
  return sides
}
