import { dirname } from 'node:path/posix'
import type { PageFile } from '../../config/page-file.ts'
import type { Locale } from '../../model.ts'
import { findMoves } from '../move/find-moves.ts'
import type { Project } from '../project/open-project.ts'
import type { RunFiles } from '../run/run-tools.ts'

/**
 * The pages that one machine must do together, for what is written of one depends on what becomes of another in the same
 * run:
 *
 * - a page and those whose translated headings or slugs its links follow;
 * - pages that were renamed, with what they were: catalogue and target pages move from one place to the other;
 * - where redirects are kept and slugs are made of titles, the pages of a folder: one may come to the address that
 *   another leaves.
 *
 * All of it is told from files as they are before the run.
 */
export async function listTies(
  files: RunFiles,
  pages: readonly PageFile[],
  locales: readonly Locale[],
): Promise<readonly (readonly string[])[]> {
  const followed = pages.flatMap(({ page }) =>
    locales.map(locale => [page, ...files.site.followedFrom(page, locale)]),
  )
  const { groups } = await findMoves(files, pages)
  const moved = groups.map(group => group.flatMap(({ from, to }) => [from.page, to.page]))
  const named = [...pages.map(({ page }) => page), ...moved.flat()]
  return [...followed, ...moved, ...(mayTakeOver(files.project) ? byFolder(named) : [])]
}

function mayTakeOver({ config }: Project): boolean {
  return config.links.redirects !== undefined && config.frontMatter.some(({ action }) => action === 'slug')
}

function byFolder(pages: readonly string[]): readonly (readonly string[])[] {
  const folders = new Map<string, string[]>()
  for (const page of pages) {
    const folder = dirname(page)
    folders.set(folder, [...(folders.get(folder) ?? []), page])
  }
  return [...folders.values()]
}
