import { join } from 'node:path'
import { groupMoves } from '../../catalogue/moves/group-moves.ts'
import { matchMovedPages } from '../../catalogue/moves/match-moved-pages.ts'
import type { PageFile } from '../../config/page-file.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { extractOptions } from '../extract-options.ts'
import { findPages, ignoredPaths } from '../list-pages.ts'
import type { Project } from '../open-project.ts'
import { cataloguePages } from '../read-catalogue.ts'
import { readPage } from '../read-page.ts'
import type { RunFiles } from '../run/run-tools.ts'
import { hasOwnText } from './has-own-text.ts'
import { isNewPage } from './is-new-page.ts'
import type { MovePlan } from './move-plan.ts'

type Files = Pick<RunFiles, 'project' | 'catalogue'>
type Texts = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Finds the pages that were renamed: source pages that hold the text of a catalogue page whose own source page is gone, or
 * holds another text now. By content alone, so that it takes no Git; the same for every shard of a run.
 *
 * @param wanted source pages that are worked on, for which moves are told. Unless one of them is new, or has little of the
 *   text that its catalogue page has, no other is looked at
 */
export async function findMoves(files: Files, wanted: readonly PageFile[]): Promise<MovePlan> {
  const { project, catalogue } = files
  const newcomers = wanted.filter(page => isNewPage(files, page))
  const none = { groups: [], unclear: [], newcomers }
  if (newcomers.length === 0 && wanted.every(page => hasOwnText(files, page))) return none
  const pages = await findPages(project, project.config.source)
  const fileOf = new Map(pages.map(file => [file.page, file]))
  const changed = pages.filter(page => !isNewPage(files, page) && !hasOwnText(files, page))
  const ignored = await ignoredPaths(project)
  const gone = (await cataloguePages(project, project.config.source)).filter(
    page => !fileOf.has(page) && !ignored.has(page),
  )
  const catalogues = sourceTexts(catalogue, [...gone, ...changed.map(({ page }) => page)])
  if (catalogues.size === 0) return none
  const present = [...pages.filter(page => isNewPage(files, page)), ...changed]
  const { moves, unclear } = matchMovedPages(catalogues, await textsOf(project, present))
  const isWanted = new Set(wanted.map(({ page }) => page))
  const place = (page: string) => ({ page, file: fileOf.get(page) })
  return {
    groups: groupMoves(moves, new Set(changed.map(({ page }) => page)))
      .filter(group => group.some(({ to }) => isWanted.has(to)))
      .map(group => group.map(({ from, to }) => ({ from: place(from), to: place(to) }))),
    unclear: unclear.filter(({ to }) => to.some(page => isWanted.has(page))),
    newcomers,
  }
}

/** What the catalogue has of pages; one that can't be read is left out. */
function sourceTexts(catalogue: Files['catalogue'], pages: readonly string[]): Texts {
  const texts = new Map<string, ReadonlyMap<string, string>>()
  for (const page of pages) {
    const loaded = catalogue.loadSource(page)
    catalogue.forget(page)
    if (loaded.type === 'loaded') texts.set(page, loaded.value.texts)
  }
  return texts
}

/** The texts of pages as they are now; one that can't be read is left out. */
async function textsOf({ root, config }: Project, pages: readonly PageFile[]): Promise<Texts> {
  const { extractPage } = await import('../../extract/extract-page.ts')
  const texts = new Map<string, ReadonlyMap<string, string>>()
  for (const page of pages) {
    const read = readPage(root, join(root, page.file))
    if (read.type !== 'text') continue
    const { skeleton } = extractPage(read.text, extractOptions(config, page, config.source))
    texts.set(page.page, new Map(segmentsOf(skeleton).map(({ key, fragment }) => [key, fragment])))
  }
  return texts
}
