import type { Segment, Unit } from '../../model.ts'
import type { Targets } from '../write/targets.ts'
import type { UnitSlot } from '../write/unit-slot.ts'

/** The segments of one unit, of which at least one has another text in the translation: they stand or fall together. */
export interface TargetGroup {
  /** Index of the part of the skeleton that the unit is in. */
  readonly part: number
  readonly unit: Unit
  readonly segments: readonly Segment[]
  /** Parallel to `segments`: their indexes in `segmentsOf`. */
  readonly indexes: readonly number[]
}

/** The groups of a page, those of units in the codes of other units after these. */
export function targetGroups(
  slots: readonly (UnitSlot | undefined)[],
  targets: Targets,
): readonly TargetGroup[] {
  const groups: TargetGroup[] = []
  const collect = (slot: UnitSlot, part: number): void => {
    const segments = slot.unit.pieces.filter(piece => piece.type === 'segment')
    const isChanged = segments.some((segment, at) => {
      const target = targets[slot.indexes[at] ?? -1]
      return target !== undefined && target !== segment.fragment
    })
    if (isChanged) groups.push({ part, unit: slot.unit, segments, indexes: slot.indexes })
    for (const hole of slot.holes.flat()) collect(hole, part)
  }
  for (const [part, slot] of slots.entries()) if (slot !== undefined) collect(slot, part)
  return groups
}
