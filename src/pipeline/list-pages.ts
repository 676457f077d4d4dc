import { glob } from 'tinyglobby'
import { createPageMatcher } from '../config/create-page-matcher.ts'
import type { PageFile } from '../config/page-file.ts'
import { type SeparatedPages, separatePages } from '../config/separate-pages.ts'
import { sourceGlobs } from '../config/source-globs.ts'
import type { Locale } from '../model.ts'
import type { Project } from './open-project.ts'

/**
 * The source pages of a project, in the order of their paths' code units, the same on every machine; and what is
 * wrong with those that can't be worked on.
 *
 * @param targets the locales that a run writes
 */
export async function listPages(project: Project, targets: readonly Locale[]): Promise<SeparatedPages> {
  return separatePages(await findPages(project, project.config.source), targets)
}

/** Every file that is a page of `locale`. */
export async function findPages({ root, config }: Project, locale: Locale): Promise<readonly PageFile[]> {
  const matchPage = createPageMatcher(config.pages)
  const files = await glob([...sourceGlobs(config.pages, locale)], {
    cwd: root,
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
  })
  return files
    .map(file => matchPage(file, locale))
    .filter(page => page !== undefined)
    .toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
}
