import type { Skeleton } from '../../model.ts'
import type { Targets } from './targets.ts'
import type { UnitSlot } from './unit-slot.ts'
import { writeUnit } from './write-unit.ts'

const beforeLineStart = /(?:^|[\r\n])[ \t>]*$/

/**
 * What a part of a page is written as.
 *
 * @param slots the slots of the skeleton's units, parallel to its parts
 */
export function writePart(
  skeleton: Skeleton,
  slots: readonly (UnitSlot | undefined)[],
  index: number,
  targets: Targets,
): string {
  const slot = slots[index]
  return slot === undefined
    ? (skeleton.parts[index]?.raw ?? '')
    : writeUnit(slot, targets, startsLine(skeleton, index))
}

/** Only in a cell does it matter: a row may begin without a pipe, while an escape after a marker does no harm. */
function startsLine({ parts }: Skeleton, index: number): boolean {
  const part = parts[index]
  if (part?.type !== 'unit' || part.place.type !== 'cell') return true
  return beforeLineStart.test(parts[index - 1]?.raw.slice(-100) ?? '')
}
