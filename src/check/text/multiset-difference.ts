/** Items of `wanted` that `found` lacks, and those it has over and above them: each as often as it is one too many. */
export function multisetDifference<Item>(
  wanted: readonly Item[],
  found: readonly Item[],
): { readonly missing: readonly Item[]; readonly added: readonly Item[] } {
  const counts = new Map<Item, number>()
  for (const item of found) counts.set(item, (counts.get(item) ?? 0) + 1)
  const take = (item: Item) => {
    const count = counts.get(item) ?? 0
    if (count > 0) counts.set(item, count - 1)
    return count > 0
  }
  const missing = wanted.filter(item => !take(item))
  const added = [...counts].flatMap(([item, count]) => Array<Item>(count).fill(item))
  return { missing, added }
}
