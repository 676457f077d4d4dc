import type { Skeleton, Unit, Verbatim } from '../model.ts'
import type { PlacedUnit, PlacedVerbatim } from './block.ts'

/**
 * The parts of a page: its units, and all that is between them.
 *
 * @param shift the length of the byte-order mark, which the units' offsets don't count
 */
export function partsOf(
  text: string,
  units: readonly (PlacedUnit | PlacedVerbatim)[],
  shift: number,
): Skeleton['parts'] {
  const parts: (Verbatim | Unit)[] = []
  let at = 0
  const verbatim = (end: number): void => {
    if (end > at) parts.push({ type: 'verbatim', raw: text.slice(at, end) })
  }
  for (const { start, end, unit } of units) {
    verbatim(start + shift)
    parts.push(unit)
    at = end + shift
  }
  verbatim(text.length)
  return parts
}
