import type { Run } from './sequence.ts'

/** All indices of some runs. */
export function indicesIn(runs: readonly Run[]): Set<number> {
  const indices = new Set<number>()
  for (const { start, end } of runs) for (let index = start; index < end; index++) indices.add(index)
  return indices
}
