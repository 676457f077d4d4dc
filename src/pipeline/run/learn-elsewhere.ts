import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import { isUnchanged } from './is-unchanged.ts'
import { learnEdited } from './learn-edited.ts'
import type { LocaleRun } from './locale-run.ts'
import { openPages } from './open-pages.ts'
import type { RunTools } from './run-tools.ts'

/**
 * Enters what persons did to the target pages of later windows, or of other shards, into the memory: so that it doesn't
 * matter which pages come first, or where.
 *
 * @param pages of a window; none of them is open
 */
export async function learnElsewhere(
  tools: RunTools,
  runs: readonly LocaleRun[],
  pages: readonly PageFile[],
): Promise<void> {
  const learning = runs.filter(({ isTestRun }) => !isTestRun)
  const mayBeEdited = (page: PageFile, run: LocaleRun) => {
    const file = fileIn(page, run.locale)
    const isThere = tools.standIns.get(file) !== undefined || existsSync(join(tools.project.root, file))
    return isThere && !isUnchanged(tools, run, page)
  }
  const changed = pages.filter(page => learning.some(run => mayBeEdited(page, run)))
  const opened = await openPages(tools, changed)
  await learnEdited(tools, learning, opened.pages)
  for (const { file } of opened.pages) {
    tools.work.close(file.page)
    tools.catalogue.forget(file.page)
  }
}
