import type { Segment } from '../../model.ts'
import type { MatchSet } from './match-set.ts'
import type { OldSegment } from './old-segment.ts'
import type { SourceMatch } from './source-match.ts'

/** A set in which no segment continues anything yet. */
export function createMatchSet(
  segments: readonly Pick<Segment, 'key' | 'fragment'>[],
  olds: readonly OldSegment[],
): MatchSet {
  const matches: (SourceMatch | undefined)[] = segments.map(() => undefined)
  const used = new Set<OldSegment>()
  return {
    segments,
    olds,
    groups: grouped(segments.keys(), n => segments[n]?.key ?? ''),
    variants: grouped(olds, ({ base }) => base),
    matches,
    isUsed: old => used.has(old),
    take: (index, match) => {
      matches[index] = match
      for (const old of match.olds) used.add(old)
    },
  }
}

function grouped<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
