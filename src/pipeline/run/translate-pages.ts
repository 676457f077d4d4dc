import { join } from 'node:path'
import type { PageFile } from '../../config/page-file.ts'
import type { StopReason } from '../../translate/ask/create-requester.ts'
import { acquireLock } from '../acquire-lock.ts'
import { listPages } from '../list-pages.ts'
import type { Project } from '../open-project.ts'
import { selectPages } from '../select-pages.ts'
import { shardPages } from '../shard-pages.ts'
import { closeLocaleRun } from './close-locale-run.ts'
import { isUnchanged } from './is-unchanged.ts'
import type { LocaleRun } from './locale-run.ts'
import { openLocaleRun } from './open-locale-run.ts'
import { type OpenPages, openPages } from './open-pages.ts'
import { openTools } from './open-tools.ts'
import type { TranslateReport } from './report.ts'
import type { RunTools } from './run-tools.ts'
import { runWindow } from './run-window.ts'
import { sumUp } from './sum-up.ts'
import type { TranslateOptions } from './translate-options.ts'

/** Pages that are in memory at a time, and texts that an engine's batches are made of. */
const windowSize = 64

/**
 * Localises the pages of a project: extract, fill, reassemble. Pages that did not change since the last run are not
 * even read.
 *
 * @throws VersoError for faults of use, configuration or the environment; what was done until then is on disk
 */
export async function translatePages(project: Project, options: TranslateOptions): Promise<TranslateReport> {
  const cache = join(project.root, '.verso')
  const release = options.dryRun ? undefined : await acquireLock(cache)
  try {
    const listed = await listPages(project, options.locales)
    const selected = selectPages(listed.pages, options.pages, project.root)
    const pages = options.shard === undefined ? selected : shardPages(selected, options.shard)
    const tools = openTools(project, pages.length)
    try {
      const runs = await Promise.all(
        options.locales.map(locale => openLocaleRun(tools, options, locale, cache)),
      )
      const stopped = await runAll(tools, runs, pages, options)
      if (!options.dryRun) {
        for (const run of runs) await closeLocaleRun(tools, run, cache)
      }
      return sumUp({ options, runs, pages, listing: listed.diagnostics, stopped })
    } finally {
      await tools.work.end()
    }
  } finally {
    await release?.()
  }
}

async function runAll(
  tools: RunTools,
  runs: readonly LocaleRun[],
  pages: readonly PageFile[],
  options: TranslateOptions,
): Promise<StopReason | undefined> {
  const changed = pages.filter(page => !runs.every(run => keepRecord(tools, run, page)))
  const stopped = await runPages(tools, runs, changed, options)
  if (stopped !== undefined || options.dryRun || !runs.some(({ hasLearnt }) => hasLearnt)) return stopped
  const incomplete = changed.filter(({ page }) =>
    runs.some(run => (run.records.get(page)?.untranslated ?? 0) > 0),
  )
  return runPages(tools, runs, incomplete, options)
}

/** Takes over what the last run found out about a page, if the page is as it was. */
function keepRecord(tools: RunTools, run: LocaleRun, page: PageFile): boolean {
  const record = run.index.pages.get(page.page)
  if (record === undefined || !isUnchanged(tools, run, page)) return false
  run.records.set(page.page, record)
  return true
}

async function runPages(
  tools: RunTools,
  runs: readonly LocaleRun[],
  pages: readonly PageFile[],
  options: TranslateOptions,
): Promise<StopReason | undefined> {
  let opening = openWindow(tools, pages, 0)
  for (let start = 0; start < pages.length; start += windowSize) {
    const opened = await opening
    // The next window is taken apart while this one is filled.
    opening = openWindow(tools, pages, start + windowSize)
    // Whether it succeeds matters only if the run gets there.
    opening.catch(() => undefined)
    if (options.signal.aborted) return { type: 'aborted' }
    refuse(runs, opened)
    const stopped = await runWindow(tools, runs, opened.pages, options.dryRun)
    for (const { file } of opened.pages) {
      tools.work.close(file.page)
      tools.catalogue.forget(file.page)
    }
    for (const run of runs) {
      const segments = [...run.records.values()].reduce((sum, record) => sum + record.segments, 0)
      options.progress.update({
        locale: run.locale,
        page: start + opened.pages.length,
        pages: pages.length,
        segments,
      })
    }
    if (stopped !== undefined) return stopped
  }
  return undefined
}

function openWindow(tools: RunTools, pages: readonly PageFile[], start: number): Promise<OpenPages> {
  return openPages(tools, pages.slice(start, start + windowSize))
}

function refuse(runs: readonly LocaleRun[], { refused }: OpenPages): void {
  for (const { file, diagnostics } of refused) {
    for (const run of runs) run.refused.set(file.page, diagnostics)
  }
}
