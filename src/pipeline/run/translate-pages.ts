import { join } from 'node:path'
import type { PageFile } from '../../config/page-file.ts'
import { createBudget } from '../../translate/ask/create-budget.ts'
import type { StopReason } from '../../translate/ask/create-requester.ts'
import { acquireLock } from '../acquire-lock.ts'
import { compareOnly } from '../compare-only.ts'
import { listPages } from '../list-pages.ts'
import type { Project } from '../open-project.ts'
import { selectPages } from '../select-pages.ts'
import { writeAtomically } from '../write-atomically.ts'
import { closeLocaleRun } from './close-locale-run.ts'
import { isUnchanged } from './is-unchanged.ts'
import type { LocaleRun } from './locale-run.ts'
import { openLocaleRun } from './open-locale-run.ts'
import { openRunFiles } from './open-run-files.ts'
import type { TranslateReport } from './report.ts'
import type { RunFiles } from './run-tools.ts'
import { sumUp } from './sum-up.ts'
import type { TranslateOptions } from './translate-options.ts'

/**
 * Localises the pages of a project: extract, fill, reassemble. Pages that did not change since the last run are not
 * even read.
 *
 * @throws VersoError for faults of use, configuration or the environment; what was done until then is on disk
 */
export async function translatePages(project: Project, options: TranslateOptions): Promise<TranslateReport> {
  const cache = join(project.root, '.verso')
  const isWriting = !options.dryRun && options.frozen !== true
  const release = isWriting ? await acquireLock(cache) : undefined
  try {
    const listed = await listPages(project, options.locales)
    const pages = selectPages(listed.pages, options.pages, project.root, options.shard)
    const files = openRunFiles(project, isWriting ? writeAtomically : compareOnly)
    const budget = createBudget(options.maxCharacters)
    const runs = await Promise.all(
      options.locales.map(locale => openLocaleRun(files, options, locale, cache, budget)),
    )
    const changed = pages.filter(page => !runs.every(run => keepRecord(files, run, page)))
    const stopped = changed.length === 0 ? undefined : await runChanged(files, runs, changed, options)
    if (isWriting && changed.length > 0) {
      for (const run of runs) await closeLocaleRun(files, run, cache)
    }
    return sumUp({ options, runs, pages, listing: listed.diagnostics, stopped })
  } finally {
    await release?.()
  }
}

/** Most of the program is loaded here, and not at all when there is nothing to do. */
async function runChanged(
  files: RunFiles,
  runs: readonly LocaleRun[],
  changed: readonly PageFile[],
  options: TranslateOptions,
): Promise<StopReason | undefined> {
  const { runPages } = await import('./run-pages.ts')
  return runPages(files, runs, changed, options)
}

/** Takes over what the last run found out about a page, if the page is as it was. */
function keepRecord(files: RunFiles, run: LocaleRun, page: PageFile): boolean {
  const record = run.index.pages.get(page.page)
  if (record === undefined || !isUnchanged(files, run, page)) return false
  run.records.set(page.page, record)
  return true
}
