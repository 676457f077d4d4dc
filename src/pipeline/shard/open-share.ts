import type { Locale } from '../../model.ts'
import { compareOnly } from '../files/compare-only.ts'
import { listPages } from '../project/list-pages.ts'
import type { Project } from '../project/open-project.ts'
import { selectPages } from '../project/select-pages.ts'
import { openRunFiles } from '../run/open-run-files.ts'
import { assignShards } from './assign-shards.ts'
import { listTies } from './list-ties.ts'
import type { Shard } from './shard.ts'
import type { Share } from './share.ts'

/**
 * Shares out the pages that a run is about, by the files as they are before it: the shares of all shards hold each page
 * once, and what they write together is what one run would write.
 *
 * @param args page paths, files, folders or globs; none: all pages
 * @throws VersoError `usage` for an argument that names no page
 */
export async function openShare(
  project: Project,
  locales: readonly Locale[],
  args: readonly string[],
  shard: Shard,
): Promise<Share> {
  const listed = await listPages(project, locales)
  const { pages } = selectPages(listed, args, project)
  const files = await openRunFiles(project, compareOnly, listed.pages)
  const ties = await listTies(files, pages, locales)
  files.site.save()
  const shards = assignShards(
    pages.map(({ page }) => page),
    ties,
    shard.count,
  )
  // Pages that are gone, and went nowhere, are the first one's to clear away.
  return { shard, owns: page => (shards.get(page) ?? 1) === shard.index }
}
