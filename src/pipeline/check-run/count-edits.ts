import type { Absorption } from '../../absorb/absorption.ts'

/** How many of its sentences a person wrote, removed, or changed in two places since the page was written. */
export function countEdits({
  edits,
  removed,
  conflicts,
}: Pick<Absorption, 'edits' | 'removed' | 'conflicts'>): number {
  return edits.length + removed.length + conflicts.length
}
