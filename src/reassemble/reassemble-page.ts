import type { Skeleton } from '../model.ts'
import type { Targets } from './write/targets.ts'
import { slotsOf } from './write/unit-slot.ts'
import { writePart } from './write/write-part.ts'

/**
 * A page with its translations. Every byte that no translation replaces is the source's: verbatim parts, and units none
 * of whose targets differs from its source.
 *
 * Nothing is parsed afterwards: whether the page still has its structure is for `guardPage` to see.
 *
 * @param targets parallel to `segmentsOf(skeleton)`; undefined where the source stands, empty where a neighbouring
 *   segment's target says what this one does
 */
export function reassemblePage(skeleton: Skeleton, targets: Targets): string {
  const slots = slotsOf(skeleton)
  return skeleton.parts.map((_, index) => writePart(skeleton, slots, index, targets)).join('')
}
