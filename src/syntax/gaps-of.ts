import type { Skeleton, Unit } from '../model.ts'

/** The verbatim text of a page, cut at its segments. */
export interface PageGaps {
  /** What stands before each segment, back to the end of the one before: parallel to `segmentsOf`. */
  readonly before: readonly string[]
  /** What stands after the last segment; the whole page when it has none. */
  readonly tail: string
}

/**
 * The verbatim text between the segments of a page. `before[n]` and the raw text of each segment in turn, then `tail`,
 * give the page back, save for front matter, where the quotes and the header of a value are in neither: they follow
 * its text, so that a translation doesn't change a gap.
 *
 * A segment in the hole of a code belongs to its host's text, markup around the hole included: the gap before the
 * first one of a hole is empty, and what follows the hole is not a gap.
 */
export function gapsOf(skeleton: Skeleton): PageGaps {
  const before: string[] = []
  let gap = ''
  for (const part of skeleton.parts) {
    if (part.type === 'verbatim') gap += part.raw
    else gap = collect(part, gap, before)
  }
  return { before, tail: gap }
}

/**
 * @param gap the verbatim text before the unit
 * @returns the verbatim text after the unit's last segment
 */
function collect(unit: Unit, gap: string, before: string[]): string {
  let open = gap
  for (const piece of unit.pieces) {
    if (piece.type === 'gap') {
      open += piece.raw
      continue
    }
    before.push(open)
    open = ''
    for (const item of piece.pattern) {
      if (typeof item === 'string' || item.holes === undefined) continue
      for (const hole of item.holes) collect(hole.unit, '', before)
    }
  }
  return open
}
