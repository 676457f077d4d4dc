import type { EditedMatch } from './match-edited.ts'
import type { PageComparison } from './page-comparison.ts'

/** Where one of the source's hosts stands on the edited page; undefined when it doesn't. */
export function matchOfSource(page: PageComparison, position: number): EditedMatch | undefined {
  const from = page.carried.from[position]
  return from === undefined ? undefined : page.matchOfBase[from]
}
