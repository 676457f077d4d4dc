import type { AlignItem } from './align-item.ts'

/**
 * Weighted Dice coefficient of the anchors of two groups of items: twice the shared weight over the whole.
 *
 * @returns 0 to 1; undefined when neither side has an anchor, so that nothing is known
 */
export function anchorSimilarity(
  source: readonly AlignItem[],
  target: readonly AlignItem[],
): number | undefined {
  const left = joined(source)
  const right = joined(target)
  let shared = 0
  let whole = 0
  for (const [anchor, weight] of left) {
    whole += weight
    shared += Math.min(weight, right.get(anchor) ?? 0)
  }
  for (const weight of right.values()) whole += weight
  return whole === 0 ? undefined : (2 * shared) / whole
}

function joined(items: readonly AlignItem[]): ReadonlyMap<string, number> {
  const [first] = items
  if (items.length === 1 && first !== undefined) return first.anchors
  const sum = new Map<string, number>()
  for (const item of items) {
    for (const [anchor, weight] of item.anchors) sum.set(anchor, (sum.get(anchor) ?? 0) + weight)
  }
  return sum
}
