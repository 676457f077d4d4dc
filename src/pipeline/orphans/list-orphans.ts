import { join } from 'node:path'
import { isPersonsPage } from '../../catalogue/is-persons-page.ts'
import { parseMoveRecord } from '../../catalogue/moves/parse-move-record.ts'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Locale } from '../../model.ts'
import type { CatalogueFiles } from '../catalogue/catalogue-files.ts'
import { cataloguePages } from '../catalogue/catalogue-pages.ts'
import { isSameFile } from '../files/is-same-file.ts'
import { readIfThere } from '../files/read-if-there.ts'
import { findMoves } from '../move/find-moves.ts'
import { isNewPage } from '../move/is-new-page.ts'
import type { MovePlan } from '../move/move-plan.ts'
import { textDigest } from '../move/text-digest.ts'
import { findPages, ignoredPaths } from '../project/list-pages.ts'
import type { RunFiles } from '../run/run-tools.ts'
import type { Fate, Orphan } from './orphan.ts'

/**
 * What a target locale has of pages without a source page, target pages and catalogue pages, in the order of their paths.
 *
 * @param sources all source pages
 */
export async function listOrphans(
  files: Pick<RunFiles, 'project' | 'catalogue'>,
  sources: readonly PageFile[],
  locale: Locale,
): Promise<readonly Orphan[]> {
  const { project, catalogue } = files
  const known = new Set([...sources.map(({ page }) => page), ...(await ignoredPaths(project))])
  const counterparts = new Map(
    sources.map(source => [folded(fileIn(source, locale)), fileIn(source, locale)]),
  )
  const isCounterpart = (file: string) => {
    const other = counterparts.get(folded(file))
    return other !== undefined && isSameFile(project.root, file, other)
  }
  const targets = new Map(
    (await findPages(project, locale))
      .filter(({ page, file }) => !known.has(page) && !isCounterpart(file))
      .map(({ page, file }) => [page, file]),
  )
  const entries = new Set((await cataloguePages(project, locale)).filter(page => !known.has(page)))
  const pages = [...new Set([...targets.keys(), ...entries])].toSorted()
  if (pages.length === 0) return []
  const plan = await findMoves(
    files,
    sources.filter(source => isNewPage(files, source)),
  )
  return pages.map(page => {
    const target = targets.get(page)
    const resource = entries.has(page) ? catalogue.resourceFile(page, locale) : undefined
    const fate = recordedFate(files, page, locale, target) ?? fateIn(plan, page)
    const isMemory = fate.type === 'gone' && target === undefined && isPersons(catalogue, page, locale)
    return { page, target, resource, fate, isMemory }
  })
}

/** Where upper and lower case are one, a page may be found under another name than its source has. */
function folded(file: string): string {
  return file.normalize('NFC').toLowerCase()
}

function isPersons(catalogue: CatalogueFiles, page: string, locale: Locale): boolean {
  const loaded = catalogue.loadTargets(page, locale)
  catalogue.forget(page)
  return loaded.type === 'loaded' && isPersonsPage(loaded.value)
}

function recordedFate(
  { project, catalogue }: Pick<RunFiles, 'project' | 'catalogue'>,
  page: string,
  locale: Locale,
  target: string | undefined,
): Fate | undefined {
  const record = parseMoveRecord(readIfThere(join(project.root, catalogue.sidecarFile(page, locale))))
  if (record === undefined) return undefined
  const { movedTo: to, carried } = record
  if (carried === undefined) return { type: 'moved', to, left: 'other' }
  const text = target === undefined ? null : readIfThere(join(project.root, target))
  return { type: 'moved', to, left: text === null || textDigest(text) === carried ? 'copy' : 'edits' }
}

function fateIn({ groups, unclear }: MovePlan, page: string): Fate {
  const move = groups.flat().find(({ from }) => from.page === page)
  if (move?.to.file !== undefined) return { type: 'renamed', to: move.to.file.file }
  const alike = unclear.find(({ from }) => from === page)
  return alike === undefined ? { type: 'gone' } : { type: 'unclear', to: alike.to }
}
