import type { Segment, Skeleton, Unit } from '../model.ts'

export interface ListedSegment {
  readonly segment: Segment
  readonly unit: Unit
}

/** The segments of a page in the order of `segmentsOf`, each with the unit that holds it. */
export function listSegments(skeleton: Skeleton): readonly ListedSegment[] {
  const list: ListedSegment[] = []
  for (const part of skeleton.parts) if (part.type === 'unit') collect(part, list)
  return list
}

/** Holes hold units without codes of their own, so that the recursion is one level deep. */
function collect(unit: Unit, list: ListedSegment[]): void {
  for (const segment of unit.pieces) {
    if (segment.type === 'gap') continue
    list.push({ segment, unit })
    for (const item of segment.pattern) {
      if (typeof item === 'string' || item.holes === undefined) continue
      for (const hole of item.holes) collect(hole.unit, list)
    }
  }
}
