import type { Trigrams } from './trigrams.ts'

/** How many trigrams two texts share, each counted as often as it stands in both. */
export function sharedTrigrams(left: Trigrams, right: Trigrams): number {
  let shared = 0
  for (let l = 0, r = 0; l < left.length && r < right.length; ) {
    const difference = (left[l] ?? 0) - (right[r] ?? 0)
    if (difference === 0) shared++
    if (difference <= 0) l++
    if (difference >= 0) r++
  }
  return shared
}
