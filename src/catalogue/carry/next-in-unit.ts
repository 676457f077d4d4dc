import type { Segment, Skeleton, Unit } from '../../model.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'

/**
 * The index of the segment after each one in the same unit, parallel to `segmentsOf(skeleton)`; undefined at a
 * unit's end and inside a code's literal.
 */
export function nextInUnit(skeleton: Skeleton): readonly (number | undefined)[] {
  const segments = segmentsOf(skeleton)
  const indices = new Map<Segment, number>(segments.map((segment, n) => [segment, n]))
  const next: (number | undefined)[] = segments.map(() => undefined)
  for (const part of skeleton.parts) if (part.type === 'unit') link(part, indices, next)
  return next
}

function link({ pieces }: Unit, indices: ReadonlyMap<Segment, number>, next: (number | undefined)[]): void {
  let last: number | undefined
  for (const piece of pieces) {
    const index = piece.type === 'segment' ? indices.get(piece) : undefined
    if (index === undefined) continue
    if (last !== undefined) next[last] = index
    last = index
  }
}
