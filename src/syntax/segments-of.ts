import type { Segment, Skeleton, Unit } from '../model.ts'

/**
 * All segments of a page in document order: a host segment comes before the segments in the holes of its codes.
 * Targets travel as arrays parallel to this list.
 */
export function segmentsOf(skeleton: Skeleton): readonly Segment[] {
  const segments: Segment[] = []
  for (const part of skeleton.parts) {
    if (part.type === 'unit') collect(part, segments)
  }
  return segments
}

/** Holes hold units without codes of their own (alt texts, titles), so that the recursion is one level deep. */
function collect(unit: Unit, segments: Segment[]): void {
  for (const piece of unit.pieces) {
    if (piece.type === 'gap') continue
    segments.push(piece)
    for (const item of piece.pattern) {
      if (typeof item === 'string' || item.holes === undefined) continue
      for (const hole of item.holes) collect(hole.unit, segments)
    }
  }
}
