import type { PageFile } from '../../config/page-file.ts'
import { isUnchanged } from './is-unchanged.ts'
import { learnEdits } from './learn-edits.ts'
import type { LocaleRun } from './locale-run.ts'
import { openPages } from './open-pages.ts'
import type { RunTools } from './run-tools.ts'
import { takeInTarget } from './take-in-target.ts'

/**
 * Enters what persons did to the target pages of other shards into the memory, as the run of those does. Nothing is
 * written.
 *
 * @param pages of a window
 */
export async function learnElsewhere(
  tools: RunTools,
  runs: readonly LocaleRun[],
  pages: readonly PageFile[],
): Promise<void> {
  const learning = runs.filter(({ isTestRun }) => !isTestRun)
  const changed = pages.filter(page => learning.some(run => !isUnchanged(tools, run, page)))
  const opened = await openPages(tools, changed)
  for (const page of opened.pages) {
    for (const run of learning) {
      const outcome = await takeInTarget(tools, run, page)
      if (outcome.type === 'target' && outcome.edits > 0) learnEdits(run, outcome.target)
    }
    tools.work.close(page.file.page)
    tools.catalogue.forget(page.file.page)
  }
}
