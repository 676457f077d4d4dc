import { learnEdits } from './learn-edits.ts'
import type { LocaleRun } from './locale-run.ts'
import type { PageInHand } from './page-in-hand.ts'
import type { RunTools } from './run-tools.ts'
import { takeInTarget } from './take-in-target.ts'

/** Enters what persons did to the target pages of open pages into the memory, ahead of the pages' turn. Nothing is written. */
export async function learnEdited(
  tools: RunTools,
  runs: readonly LocaleRun[],
  pages: readonly PageInHand[],
): Promise<void> {
  for (const run of runs.filter(({ isTestRun }) => !isTestRun)) {
    const taken = await Promise.all(pages.map(page => takeInTarget(tools, run, page)))
    for (const one of taken) if (one.type === 'target' && one.edits > 0) learnEdits(run, one.target)
  }
}
