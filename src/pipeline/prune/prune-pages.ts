import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isSegmentKey } from '../../catalogue/is-segment-key.ts'
import type { Diagnostic, Locale } from '../../model.ts'
import { catalogueLocales } from '../catalogue/catalogue-locales.ts'
import { cataloguePages } from '../catalogue/catalogue-pages.ts'
import { compareOnly } from '../files/compare-only.ts'
import { removeFile } from '../files/remove-file.ts'
import { listOrphans } from '../orphans/list-orphans.ts'
import { reportOrphans } from '../orphans/report-orphans.ts'
import { findPages, ignoredPaths } from '../project/list-pages.ts'
import { openRunFiles } from '../run/open-run-files.ts'
import type { RunFiles } from '../run/run-tools.ts'
import { listLeftRecords } from './list-left-records.ts'
import { listRemovable } from './list-removable.ts'

/** What pruning came to. */
export interface Pruned {
  /** Files that were removed or, where nothing is written, would be; from the root, sorted. */
  readonly removed: readonly string[]
  /** Target pages without a source that are left for a person. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Removes what sources that are gone or were renamed left behind, where Verso wrote it and nobody edited it since: target
 * pages, and catalogue pages of a machine's making alone. Catalogue pages with a person's work stay: they are memory.
 *
 * A project without any source page is not pruned: its pages are more likely to be somewhere else than gone.
 *
 * @param isOwn whether a page path is this run's to clear away
 */
export async function prunePages(
  files: RunFiles,
  locales: readonly Locale[],
  isWriting: boolean,
  isOwn: (page: string) => boolean,
): Promise<Pruned> {
  const { project } = files
  const sources = await findPages(project, project.config.source)
  const removed = new Set<string>()
  const diagnostics: Diagnostic[] = []
  for (const locale of locales) {
    // As the files are, even if a run that writes nothing has others stand in for them.
    const found = await listOrphans(await openRunFiles(project, compareOnly, sources), sources, locale)
    const orphans = found.filter(({ page }) => isOwn(page))
    const removable =
      sources.length === 0 ? [] : orphans.map(orphan => listRemovable(files, orphan, locale, isWriting))
    for (const file of removable.flat()) removed.add(file)
    diagnostics.push(
      ...reportOrphans(
        orphans.filter(({ target }) => target !== undefined && !removed.has(target)),
        locale,
      ),
    )
    if (sources.length > 0) for (const file of await listLeftRecords(files, locale, isOwn)) removed.add(file)
  }
  if (sources.length > 0) {
    const known = new Set([...sources.map(({ page }) => page), ...(await ignoredPaths(project))])
    for (const file of await sourcesWithoutTargets(files, page => isOwn(page) && !known.has(page), removed))
      removed.add(file)
  }
  if (isWriting) for (const file of removed) removeFile(project.root, file)
  return { removed: [...removed].toSorted(), diagnostics }
}

/** Source resources of pages that are gone, where no locale has anything of them. */
async function sourcesWithoutTargets(
  { project, catalogue }: RunFiles,
  isGone: (page: string) => boolean,
  removed: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { root, config } = project
  const locales = catalogueLocales(project)
  const isLeft = (file: string) => !removed.has(file) && existsSync(join(root, file))
  const files: string[] = []
  for (const page of await cataloguePages(project, config.source)) {
    if (!isGone(page) || locales.some(locale => isLeft(catalogue.resourceFile(page, locale)))) continue
    const loaded = catalogue.loadSource(page)
    catalogue.forget(page)
    if (loaded.type === 'invalid') continue
    const { texts, foreign } = loaded.value
    if (foreign.length === 0 && [...texts.keys()].every(isSegmentKey))
      files.push(catalogue.resourceFile(page, config.source))
  }
  return files
}
