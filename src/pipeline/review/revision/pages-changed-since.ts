import { fileIn } from '../../../config/file-in.ts'
import type { PageFile } from '../../../config/page-file.ts'
import type { Locale } from '../../../model.ts'
import { openCatalogueFiles } from '../../catalogue/catalogue-files.ts'
import type { Project } from '../../project/open-project.ts'
import { commitOf } from './commit-of.ts'
import { readGit } from './read-git.ts'

/**
 * The pages of which a file is another than in a Git revision, or was not there: source page, target page or catalogue.
 * All others need not be read to see what changed.
 *
 * @throws VersoError `usage` for a revision that can't be read
 */
export function pagesChangedSince(
  project: Project,
  locale: Locale,
  pages: readonly PageFile[],
  revision: string,
): readonly PageFile[] {
  const { root, config } = project
  const catalogue = openCatalogueFiles(project)
  const commit = commitOf(root, revision)
  const listed = (...args: readonly string[]) =>
    readGit(root, [...args])
      .toString('utf8')
      .split('\0')
  const changed = new Set([
    ...listed('diff', '--name-only', '-z', '--relative', '--no-renames', '--no-ext-diff', commit, '--', '.'),
    ...listed('ls-files', '--others', '--exclude-standard', '-z', '--', '.'),
    // A catalogue that Git is told to ignore is new at any revision.
    ...listed('ls-files', '--others', '-z', '--', config.catalogue),
  ])
  return pages.filter(page =>
    [
      page.file,
      fileIn(page, locale),
      catalogue.resourceFile(page.page, config.source),
      catalogue.resourceFile(page.page, locale),
      catalogue.sidecarFile(page.page, locale),
    ].some(file => changed.has(file)),
  )
}
