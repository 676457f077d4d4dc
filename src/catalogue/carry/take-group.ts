import type { MatchSet } from './match-set.ts'
import type { OldSegment } from './old-segment.ts'

/**
 * Makes equal segments continue an old one, each its own occurrence where that had a target of its own.
 *
 * @param indices of the segments, in page order
 */
export function takeGroup(
  set: MatchSet,
  indices: readonly number[],
  relation: 'kept' | 'changed',
  old: OldSegment,
): void {
  const siblings = new Map(
    (set.variants.get(old.base) ?? [])
      .filter(variant => variant !== old && !set.isUsed(variant))
      .map(variant => [variant.ordinal, variant]),
  )
  for (const [o, n] of indices.entries()) {
    const own = o > 0 ? siblings.get(o + 1) : undefined
    set.take(n, { relation, olds: [own ?? old] })
  }
}
