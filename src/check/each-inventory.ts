import type { Pattern } from '../model.ts'
import type { PagePair, SegmentPair } from './page-pair.ts'
import { multisetDifference } from './text/multiset-difference.ts'

/** How the inventories of a source text and of its translation differ. */
interface InventoryDifference {
  readonly pair: SegmentPair
  readonly missing: readonly string[]
  readonly added: readonly string[]
}

/**
 * Compares what `inventory` finds in sources and translations. A translator may move something into the next sentence:
 * where a unit as a whole has it all, its sentences are not reported.
 */
export function* eachInventory(
  { pairs, unitPairs }: PagePair,
  inventory: (pattern: Pattern, side: 'source' | 'target') => readonly string[],
): Generator<InventoryDifference> {
  const compare = (pair: SegmentPair) =>
    multisetDifference(inventory(pair.sourcePattern, 'source'), inventory(pair.targetPattern, 'target'))
  const isEmpty = (difference: ReturnType<typeof compare>) =>
    difference.missing.length + difference.added.length === 0
  const whole = new Map(unitPairs.map(pair => [pair.source[0].unit, pair]))
  const told = new Set<SegmentPair>()
  for (const pair of pairs) {
    const difference = compare(pair)
    if (isEmpty(difference)) continue
    const unitPair = whole.get(pair.source[0].unit)
    if (unitPair === undefined || unitPair.source.length === pair.source.length) {
      yield { pair, ...difference }
      continue
    }
    if (told.has(unitPair)) continue
    const ofUnit = compare(unitPair)
    told.add(unitPair)
    if (!isEmpty(ofUnit)) yield { pair, ...ofUnit }
  }
}
