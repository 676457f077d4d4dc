import type { PageFile } from '../../config/page-file.ts'
import type { Diagnostic, Locale, State } from '../../model.ts'
import { compareOnly } from '../files/compare-only.ts'
import { listOrphans } from '../orphans/list-orphans.ts'
import { listPages } from '../project/list-pages.ts'
import type { Project } from '../project/open-project.ts'
import { selectPages } from '../project/select-pages.ts'
import { eachTarget } from '../run/each-target.ts'
import { isMarkedAnew } from '../run/is-marked-anew.ts'
import { keysOf } from '../run/keys-of.ts'
import { openRunFiles } from '../run/open-run-files.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'
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
  const { pages: selected, diagnostics: faults } = selectPages(listed, args, project)
  const pages: PageStatus[] = []
  const diagnostics: Diagnostic[] = [...faults]
  for await (const one of eachTarget(project, selected, locales)) {
    if (one.type === 'refused') diagnostics.push(...one.diagnostics)
    else pages.push(statusOf(one.target))
  }
  const lost =
    args.length > 0 ? { orphans: [], moved: [] } : await sumUpOrphans(project, listed.pages, locales)
  return { pages, ...lost, ...(await reportCosts(project, locales)), diagnostics }
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

/** What no source page stands behind, and of that what was renamed. */
async function sumUpOrphans(
  project: Project,
  sources: readonly PageFile[],
  locales: readonly Locale[],
): Promise<Pick<StatusReport, 'orphans' | 'moved'>> {
  const files = await openRunFiles(project, compareOnly)
  const orphans: string[] = []
  const moved: StatusReport['moved'][number][] = []
  for (const locale of locales) {
    for (const { target, resource, fate } of await listOrphans(files, sources, locale)) {
      const own = [target, resource].filter(file => file !== undefined)
      if (fate.type === 'moved' || fate.type === 'renamed')
        moved.push(...own.map(file => ({ file, to: fate.to })))
      else orphans.push(...own)
    }
  }
  return { orphans: orphans.toSorted(), moved }
}
