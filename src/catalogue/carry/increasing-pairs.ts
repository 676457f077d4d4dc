/** A place on the left that belongs to one on the right. */
export interface Pair {
  readonly left: number
  readonly right: number
}

/**
 * The longest choice of pairs whose right places ascend with the left ones.
 *
 * @param pairs in ascending order of their left places
 */
export function increasingPairs<P extends Pair>(pairs: readonly P[]): readonly P[] {
  // Patience sorting: `tails[n]` is the pair with the smallest right place that ends a run of n + 1 pairs.
  const tails: number[] = []
  const previous: number[] = []
  for (const [n, { right }] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.right ?? 0) < right) low = middle + 1
      else high = middle
    }
    previous[n] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = n
  }
  const chosen: P[] = []
  for (let n = tails.at(-1) ?? -1; n >= 0; n = previous[n] ?? -1) {
    const pair = pairs[n]
    if (pair) chosen.push(pair)
  }
  return chosen.reverse()
}
