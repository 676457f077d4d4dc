/**
 * Shares pages out, the same on every machine: each to one shard, and pages that are tied to each other to one together. The
 * shards are as even as the ties let them be: without any, they differ in size by one at most.
 *
 * @param pages the pages to share out, in the same order everywhere
 * @param ties pages that are to be in one shard; others than `pages` go with those, and count for nothing
 * @param count of shards
 * @returns the shard of every page that was named, counted from 1
 */
export function assignShards(
  pages: readonly string[],
  ties: readonly (readonly string[])[],
  count: number,
): ReadonlyMap<string, number> {
  const loads = new Array<number>(count).fill(0)
  const shards = new Map<string, number>()
  const counted = new Set(pages)
  const weightOf = (cluster: readonly string[]) => cluster.filter(page => counted.has(page)).length
  const clusters = joinTies(pages, ties).map(cluster => ({ cluster, weight: weightOf(cluster) }))
  for (const { cluster, weight } of clusters.toSorted((a, b) => b.weight - a.weight)) {
    const least = loads.indexOf(Math.min(...loads))
    loads[least] = (loads[least] ?? 0) + weight
    for (const page of cluster) shards.set(page, least + 1)
  }
  return shards
}

/** Pages that are tied by whatever number of steps, in the order of their first ones. */
function joinTies(
  pages: readonly string[],
  ties: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const neighbours = new Map<string, string[]>(pages.map(page => [page, []]))
  for (const tie of ties) {
    for (const page of tie) neighbours.set(page, [...(neighbours.get(page) ?? []), tie[0] ?? page])
    if (tie[0] !== undefined) neighbours.get(tie[0])?.push(...tie)
  }
  const seen = new Set<string>()
  const clusters: string[][] = []
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue
    seen.add(start)
    const cluster = [start]
    // The list grows while it is gone through.
    for (const page of cluster) {
      for (const next of neighbours.get(page) ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        cluster.push(next)
      }
    }
    clusters.push(cluster)
  }
  return clusters
}
