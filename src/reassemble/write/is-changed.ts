import type { Segment } from '../../model.ts'
import type { Targets } from './targets.ts'
import type { UnitSlot } from './unit-slot.ts'

/** Whether any target of the unit, or of the units in its codes, differs from its source. */
export function isChanged(slot: UnitSlot, targets: Targets): boolean {
  let at = 0
  for (const piece of slot.unit.pieces) {
    if (piece.type === 'gap') continue
    if (differs(piece, targets[slot.indexes[at] ?? -1])) return true
    if (slot.holes[at]?.some(hole => isChanged(hole, targets))) return true
    at++
  }
  return false
}

function differs(segment: Segment, target: string | undefined): boolean {
  return target !== undefined && target !== segment.fragment
}
