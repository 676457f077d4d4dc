/** Codes that a translation lacks, and those that it has over and above its source's. */
export interface InventoryDifference {
  readonly missing: readonly string[]
  readonly added: readonly string[]
}

/** Compares two lists of codes as multisets; undefined when they are the same. */
export function compareInventories(
  source: readonly string[],
  target: readonly string[],
): InventoryDifference | undefined {
  const counts = new Map<string, number>()
  for (const code of source) counts.set(code, (counts.get(code) ?? 0) + 1)
  const added = target.filter(code => {
    const count = counts.get(code) ?? 0
    counts.set(code, count - 1)
    return count <= 0
  })
  const missing = [...counts].flatMap(([code, count]) => Array<string>(Math.max(0, count)).fill(code))
  return missing.length + added.length === 0 ? undefined : { missing, added }
}
