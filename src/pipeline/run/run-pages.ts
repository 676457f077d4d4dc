import type { PageFile } from '../../config/page-file.ts'
import type { StopReason } from '../../translate/ask/create-requester.ts'
import { learnEdited } from './learn-edited.ts'
import { learnElsewhere } from './learn-elsewhere.ts'
import type { LocaleRun } from './locale-run.ts'
import { type OpenPages, openPages } from './open-pages.ts'
import { openTools } from './open-tools.ts'
import type { RunFiles, RunTools } from './run-tools.ts'
import { runWindow } from './run-window.ts'
import type { TranslateOptions } from './translate-options.ts'

/** Pages that are in memory at a time, and texts that an engine's batches are made of. */
const windowSize = 64

/**
 * Takes the changed pages of a run through all target locales, window by window. What persons did to any page is in the
 * memory before the first text is looked up in it.
 *
 * @param elsewhere pages of other shards
 * @returns why the run ended early, if it did: what was done until then is on disk
 */
export async function runPages(
  files: RunFiles,
  runs: readonly LocaleRun[],
  changed: readonly PageFile[],
  elsewhere: readonly PageFile[],
  options: TranslateOptions,
): Promise<StopReason | undefined> {
  const tools = await openTools(files, changed.length)
  try {
    return await runWindows(tools, runs, changed, elsewhere, options)
  } finally {
    await tools.work.end()
  }
}

async function runWindows(
  tools: RunTools,
  runs: readonly LocaleRun[],
  pages: readonly PageFile[],
  elsewhere: readonly PageFile[],
  options: TranslateOptions,
): Promise<StopReason | undefined> {
  let isLearnt = false
  let opening = openWindow(tools, pages, 0)
  for (let start = 0; start < pages.length; start += windowSize) {
    const opened = await opening
    // The next window is taken apart while this one is filled.
    opening = openWindow(tools, pages, start + windowSize)
    // Whether it succeeds matters only if the run gets there.
    opening.catch(() => undefined)
    if (options.signal.aborted) return { type: 'aborted' }
    refuse(runs, opened)
    const next = opening
    const learnAhead = async () => {
      if (isLearnt) return
      isLearnt = true
      await learnEdited(tools, runs, (await next).pages)
      const later = [...pages.slice(start + 2 * windowSize), ...elsewhere]
      for (let at = 0; at < later.length; at += windowSize)
        await learnElsewhere(tools, runs, later.slice(at, at + windowSize))
    }
    const stopped = await runWindow(tools, runs, opened.pages, learnAhead, options.dryRun)
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
