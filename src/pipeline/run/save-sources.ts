import type { Locale, PageTargets } from '../../model.ts'
import type { LocaleRun } from './locale-run.ts'
import type { PageInHand } from './page-in-hand.ts'
import type { RunTools } from './run-tools.ts'
import { saveSource } from './save-source.ts'
import { writeFailed } from './write-failed.ts'

/** What saving needs to know of a target locale. */
type SavingRun = Pick<LocaleRun, 'locale' | 'inHand' | 'refused' | 'files'>

/**
 * Writes the source resources of pages. Where a source changed, the targets of every locale that knows the page, in
 * this run or not, are carried over and written first: the old source is what they are carried from. A page whose
 * catalogue can't be written is in hand no more.
 */
export function saveSources(tools: RunTools, runs: readonly SavingRun[], pages: readonly PageInHand[]): void {
  for (const page of pages) {
    try {
      const files = saveSource(tools, entriesOf(runs, page), page)
      for (const file of files) for (const run of runs) run.files.add(file)
    } catch (error) {
      for (const run of runs) {
        run.inHand.delete(page.file.page)
        run.refused.set(page.file.page, [writeFailed(page.file.file, error, run.locale)])
      }
    }
  }
}

/** What the locales of the run have of the page. */
function entriesOf(runs: readonly SavingRun[], page: PageInHand): ReadonlyMap<Locale, PageTargets> {
  const entries = new Map<Locale, PageTargets>()
  for (const { locale, inHand } of runs) {
    const target = inHand.get(page.file.page)
    if (target !== undefined) entries.set(locale, target.entries)
  }
  return entries
}
