import type { TargetGroup } from './target-group.ts'

/** Groups by the part of the skeleton that they are in. */
export function groupByPart(groups: readonly TargetGroup[]): ReadonlyMap<number, readonly TargetGroup[]> {
  const byPart = new Map<number, TargetGroup[]>()
  for (const group of groups) {
    const known = byPart.get(group.part)
    if (known === undefined) byPart.set(group.part, [group])
    else known.push(group)
  }
  return byPart
}
