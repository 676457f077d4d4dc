import type { Skeleton, Unit } from '../../model.ts'

/** A unit with the places of its segments in the page's list of segments. */
export interface UnitSlot {
  readonly unit: Unit
  /** For each of its segments, the index in `segmentsOf`. */
  readonly indexes: readonly number[]
  /** For each of its segments, the units in the holes of its codes. */
  readonly holes: readonly (readonly UnitSlot[])[]
}

/** The slots of a skeleton's units, parallel to its parts; verbatim parts have none. */
export function slotsOf(skeleton: Skeleton): readonly (UnitSlot | undefined)[] {
  let next = 0
  const slotOf = (unit: Unit): UnitSlot => {
    const indexes: number[] = []
    const holes: UnitSlot[][] = []
    for (const piece of unit.pieces) {
      if (piece.type === 'gap') continue
      indexes.push(next++)
      const inside: UnitSlot[] = []
      for (const item of piece.pattern) {
        if (typeof item === 'string') continue
        for (const hole of item.holes ?? []) inside.push(slotOf(hole.unit))
      }
      holes.push(inside)
    }
    return { unit, indexes, holes }
  }
  return skeleton.parts.map(part => (part.type === 'unit' ? slotOf(part) : undefined))
}
