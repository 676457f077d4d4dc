import type { PageFile } from '../../config/page-file.ts'
import type { Diagnostic, Locale, State } from '../../model.ts'
import { openCatalogueFiles } from '../catalogue-files.ts'
import { findPages, listPages } from '../list-pages.ts'
import type { Project } from '../open-project.ts'
import { cataloguePages } from '../read-catalogue.ts'
import { eachTarget } from '../run/each-target.ts'
import { isMarkedAnew } from '../run/is-marked-anew.ts'
import { keysOf } from '../run/keys-of.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'
import { selectPages } from '../select-pages.ts'
import { countWords } from './count-words.ts'
import { reportCosts } from './report-costs.ts'
import type { PageStatus, StatusReport } from './status-report.ts'

/**
 * How far each page has come in each locale, as the files are now: sources that changed and pages that were edited
 * since the last run are seen, and nothing is written.
 *
 * @param args page paths, files, folders or globs; none: all pages
 */
export async function reportStatus(
  project: Project,
  locales: readonly Locale[],
  args: readonly string[],
): Promise<StatusReport> {
  const listed = await listPages(project, locales)
  const selected = selectPages(listed.pages, args, project.root)
  const pages: PageStatus[] = []
  const diagnostics: Diagnostic[] = [...listed.diagnostics]
  for await (const one of eachTarget(project, selected, locales)) {
    if (one.type === 'refused') diagnostics.push(...one.diagnostics)
    else pages.push(statusOf(one.target))
  }
  const orphans = args.length > 0 ? [] : await findOrphans(project, listed.pages, locales)
  return { pages, orphans, ...(await reportCosts(project, locales)), diagnostics }
}

function statusOf(target: TargetInHand): PageStatus {
  const { page, entries, locale, text } = target
  const states: Record<State, number> = { initial: 0, translated: 0, reviewed: 0, final: 0 }
  let stale = 0
  let glossaryOutdated = 0
  let words = 0
  let wordsLeft = 0
  for (const [index, key] of keysOf(target).entries()) {
    const state = entries.states.get(key)
    const isMissing = entries.targets.get(key) === undefined
    const isStale = !isMissing && state?.previousSource !== undefined
    const own = countWords(page.segments[index]?.fragment ?? '')
    states[isMissing ? 'initial' : (state?.state ?? 'translated')]++
    words += own
    const isOutdated = !isMissing && !isStale && isMarkedAnew(state)
    if (isStale) stale++
    if (isOutdated) glossaryOutdated++
    if (isMissing || isStale || isOutdated) wordsLeft += own
  }
  const orphans = [...entries.states.values()].filter(({ orphanSource }) => orphanSource !== undefined).length
  return {
    page: page.file.page,
    locale,
    states,
    stale,
    glossaryOutdated,
    words,
    wordsLeft,
    orphans,
    exists: text !== undefined,
  }
}

/** Target pages and catalogue pages that no source page stands behind. */
async function findOrphans(
  project: Project,
  sources: readonly PageFile[],
  locales: readonly Locale[],
): Promise<readonly string[]> {
  const known = new Set(sources.map(({ page }) => page))
  const catalogue = openCatalogueFiles(project)
  const orphans: string[] = []
  for (const locale of locales) {
    const targets = await findPages(project, locale)
    orphans.push(...targets.filter(({ page }) => !known.has(page)).map(({ file }) => file))
    const entries = await cataloguePages(project, locale)
    orphans.push(
      ...entries.filter(page => !known.has(page)).map(page => catalogue.resourceFile(page, locale)),
    )
  }
  return orphans.toSorted()
}
