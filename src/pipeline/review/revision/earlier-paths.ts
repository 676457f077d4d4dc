import { join } from 'node:path'
import { matchMovedPages } from '../../../catalogue/moves/match-moved-pages.ts'
import { parseResource } from '../../../catalogue/parse-resource.ts'
import type { PageFile } from '../../../config/page-file.ts'
import { readIfThere } from '../../files/read-if-there.ts'
import { fragmentsOf } from '../../move/fragments-of.ts'
import { holdsHalf } from '../../move/holds-half.ts'
import { pageTexts } from '../../move/page-texts.ts'
import { findPages } from '../../project/list-pages.ts'
import type { Project } from '../../project/open-project.ts'
import { listRevision } from './list-revision.ts'
import { readRevision } from './read-revision.ts'

/**
 * Under which page paths a Git revision's catalogue has pages that were renamed since.
 *
 * @returns the page path then by the one now, of pages whose path is another
 * @throws VersoError `usage` for a revision that can't be read
 */
export async function earlierPaths(
  project: Project,
  pages: readonly PageFile[],
  revision: string,
): Promise<ReadonlyMap<string, string>> {
  const { root, config } = project
  const folder = `${config.catalogue}/${config.source}`
  const fileOf = (page: string) => `${folder}/${page}.json`
  const read = (paths: readonly string[]) => readRevision(root, revision, paths.map(fileOf))
  const own = read(pages.map(({ page }) => page))
  const isUnlike = ({ page, file }: PageFile, texts: ReadonlyMap<string, string>) => {
    const before = texts.get(fileOf(page))
    return before === undefined || !holdsHalf(readIfThere(join(root, file)) ?? '', fragmentsOf(before))
  }
  if (!pages.some(page => isUnlike(page, own))) return new Map()
  const listed = listRevision(root, revision, folder)
    .filter(file => file.endsWith('.json'))
    .map(file => file.slice(folder.length + 1, -'.json'.length))
  const texts = read(listed)
  const present = await findPages(project, config.source)
  const unlike = present.filter(page => isUnlike(page, texts))
  const known = new Set(present.filter(page => !unlike.includes(page)).map(({ page }) => page))
  const catalogues = new Map<string, ReadonlyMap<string, string>>()
  for (const page of listed) {
    const parsed = parseResource(texts.get(fileOf(page)), fileOf(page))
    if (!known.has(page) && parsed.type === 'resource') catalogues.set(page, parsed.resource.texts)
  }
  if (catalogues.size === 0) return new Map()
  const { moves } = matchMovedPages(catalogues, await pageTexts(project, unlike))
  return new Map(moves.map(({ from, to }) => [to, from]))
}
