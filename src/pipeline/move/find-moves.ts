import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { matchMovedPages } from '../../catalogue/moves/match-moved-pages.ts'
import type { PageFile } from '../../config/page-file.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import type { CatalogueFiles } from '../catalogue-files.ts'
import { extractOptions } from '../extract-options.ts'
import { findPages, ignoredPaths } from '../list-pages.ts'
import type { Project } from '../open-project.ts'
import { cataloguePages } from '../read-catalogue.ts'
import { readPage } from '../read-page.ts'
import type { MovePlan } from './move-plan.ts'

interface Files {
  readonly project: Project
  readonly catalogue: CatalogueFiles
}

/**
 * Finds the pages that were renamed: source pages without a catalogue that hold the text of a page that is gone. By
 * content alone, so that it takes no Git; the same for every shard of a run.
 *
 * @param wanted source pages that are worked on, for which moves are told: without a new one among them nothing is read
 */
export async function findMoves(
  { project, catalogue }: Files,
  wanted: readonly PageFile[],
): Promise<MovePlan> {
  const { root, config } = project
  const isNew = ({ page }: PageFile) => !existsSync(join(root, catalogue.resourceFile(page, config.source)))
  const newcomers = wanted.filter(isNew)
  if (newcomers.length === 0) return { moves: [], unclear: [], newcomers }
  const pages = await findPages(project, config.source)
  const gone = await orphanTexts(project, catalogue, pages)
  if (gone.size === 0) return { moves: [], unclear: [], newcomers }
  const { moves, unclear } = matchMovedPages(gone, await textsOf(project, pages.filter(isNew)))
  const files = new Map(newcomers.map(file => [file.page, file]))
  return {
    moves: moves.flatMap(({ from, to }) => {
      const file = files.get(to)
      return file === undefined ? [] : [{ from, to: file }]
    }),
    unclear: unclear.filter(({ to }) => to.some(page => files.has(page))),
    newcomers,
  }
}

/**
 * Source texts of catalogue pages that have no source page.
 *
 * @param pages all source pages, whether or not they can be worked on
 */
async function orphanTexts(
  project: Project,
  catalogue: CatalogueFiles,
  pages: readonly PageFile[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const known = new Set([...pages.map(({ page }) => page), ...(await ignoredPaths(project))])
  const texts = new Map<string, ReadonlyMap<string, string>>()
  for (const page of await cataloguePages(project, project.config.source)) {
    if (known.has(page)) continue
    const loaded = catalogue.loadSource(page)
    catalogue.forget(page)
    if (loaded.type === 'loaded') texts.set(page, loaded.value.texts)
  }
  return texts
}

/** The texts of pages as they are now; one that can't be read has none. */
async function textsOf(
  { root, config }: Project,
  pages: readonly PageFile[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
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
