import { groupMoves } from '../../catalogue/moves/group-moves.ts'
import { matchMovedPages } from '../../catalogue/moves/match-moved-pages.ts'
import type { PageFile } from '../../config/page-file.ts'
import { cataloguePages } from '../catalogue/catalogue-pages.ts'
import { findPages, ignoredPaths } from '../project/list-pages.ts'
import type { RunFiles } from '../run/run-tools.ts'
import { hasOwnText } from './has-own-text.ts'
import { isNewPage } from './is-new-page.ts'
import type { MovePlan } from './move-plan.ts'
import { pageTexts } from './page-texts.ts'

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
  const isNew = new Set(newcomers)
  const known = wanted.filter(page => !isNew.has(page))
  const none = { groups: [], unclear: [], newcomers, settled: known }
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
  const { moves, unclear } = matchMovedPages(catalogues, await pageTexts(project, present))
  const isWanted = new Set(wanted.map(({ page }) => page))
  const place = (page: string) => ({ page, file: fileOf.get(page) })
  const groups = groupMoves(moves, new Set(changed.map(({ page }) => page))).filter(group =>
    group.some(({ to }) => isWanted.has(to)),
  )
  const moving = new Set(groups.flat().flatMap(({ from, to }) => [from, to]))
  return {
    groups: groups.map(group => group.map(({ from, to }) => ({ from: place(from), to: place(to) }))),
    unclear: unclear.filter(({ to }) => to.some(page => isWanted.has(page))),
    newcomers,
    settled: known.filter(({ page }) => !moving.has(page)),
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
