import type { Skeleton, Unit } from '../model.ts'
import type { PlacedSegment } from './page-pair.ts'

/** The segments of a page in the order of `segmentsOf`, each with its unit. */
export function placeSegments(skeleton: Skeleton): readonly PlacedSegment[] {
  const placed: PlacedSegment[] = []
  for (const [unitIndex, part] of skeleton.parts.entries())
    if (part.type === 'unit') place(part, unitIndex, false, placed)
  return placed
}

/** Holes hold units without codes of their own, so that the recursion is one level deep. */
function place(unit: Unit, unitIndex: number, isHole: boolean, into: PlacedSegment[]): void {
  for (const segment of unit.pieces) {
    if (segment.type === 'gap') continue
    into.push({ segment, unit, unitIndex, isHole })
    for (const item of segment.pattern) {
      if (typeof item === 'string') continue
      for (const hole of item.holes ?? []) place(hole.unit, unitIndex, true, into)
    }
  }
}
