import { carryTargets } from '../../catalogue/carry-targets.ts'
import type { Resource } from '../../catalogue/resource.ts'
import { sourceResource } from '../../catalogue/source-resource.ts'
import type { Locale, PageTargets } from '../../model.ts'
import type { LocaleRun } from './locale-run.ts'
import type { PageInHand } from './page-in-hand.ts'
import type { RunTools } from './run-tools.ts'
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
      const files = saveSource(tools, runs, page)
      for (const file of files) for (const run of runs) run.files.add(file)
    } catch (error) {
      for (const run of runs) {
        run.inHand.delete(page.file.page)
        run.refused.set(page.file.page, [writeFailed(page.file.file, error, run.locale)])
      }
    }
  }
}

/** @returns the files written, from the root */
function saveSource(tools: RunTools, runs: readonly SavingRun[], page: PageInHand): readonly string[] {
  const { catalogue } = tools
  const name = page.file.page
  const carried = new Map<Locale, PageTargets>()
  for (const { locale, inHand } of runs) {
    const entries = inHand.get(name)?.entries
    if (entries !== undefined) carried.set(locale, entries)
  }
  for (const locale of tools.catalogueLocales) {
    if (carried.has(locale)) continue
    const loaded = catalogue.loadTargets(name, locale)
    if (loaded.type === 'loaded')
      carried.set(locale, carryTargets(page.resource.texts, page.skeleton, loaded.value))
  }
  const isKnown = (key: string) =>
    [...carried.values()].some(({ targets, states }) => targets.has(key) || states.has(key))
  const resource = sourceResource(page.segments, isKnown, page.resource)
  const files: string[] = []
  if (page.resource.texts.size > 0 && !isSame(resource, page.resource)) {
    for (const [locale, entries] of carried) files.push(...catalogue.saveTargets(name, locale, entries))
  }
  return [...files, ...catalogue.saveSource(name, resource)]
}

function isSame(a: Resource, b: Resource): boolean {
  if (a.texts.size !== b.texts.size) return false
  const keys = b.texts.keys()
  return [...a.texts.keys()].every(key => key === keys.next().value)
}
