import type { Targets } from '../write/targets.ts'
import type { TargetGroup } from './target-group.ts'

/** The targets of some groups, and of no others. */
export function targetsOf(groups: readonly TargetGroup[], targets: Targets): Targets {
  const kept: (string | undefined)[] = []
  for (const { indexes } of groups) for (const index of indexes) kept[index] = targets[index]
  return kept
}
