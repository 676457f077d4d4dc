import { digestCatalogue } from '../catalogue/digest-catalogue.ts'
import { keepAppliedGlossary } from '../glossary/applied-glossary.ts'
import { writeRunIndex } from '../run-index.ts'
import type { LocaleRun } from './locale-run.ts'
import type { RunFiles } from './run-tools.ts'

/**
 * Leaves the run's index for the next one. What the last index says of pages that this run did not look at stands. Pages
 * that it did look at before it was stopped are looked at again: whatever they lack was not asked for.
 *
 * @param cache the project's `.verso` folder
 */
export async function closeLocaleRun(
  { project }: RunFiles,
  run: LocaleRun,
  cache: string,
  wasStopped: boolean,
): Promise<void> {
  const pages = new Map(run.index.pages)
  for (const [page, record] of run.records) {
    if (!wasStopped) pages.set(page, record)
    else if (pages.get(page) !== record) pages.delete(page)
  }
  for (const page of run.refused.keys()) pages.delete(page)
  keepAppliedGlossary(cache, run.locale, run.glossaryText)
  const memory = await digestCatalogue(project, run.locale)
  // The index only saves work: where it can't be written, as on a full disk, the next run does that work.
  try {
    writeRunIndex(cache, run.locale, { settings: run.settings, memory, pages })
  } catch {}
}
