import { glob } from 'tinyglobby'
import { createPageFilter } from '../../config/create-page-filter.ts'
import { createPageMatcher } from '../../config/create-page-matcher.ts'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import { pageFormat } from '../../config/page-format.ts'
import { type SeparatedPages, separatePages } from '../../config/separate-pages.ts'
import { sourceGlobs } from '../../config/source-globs.ts'
import { valueRules } from '../../config/value-rules.ts'
import type { Diagnostic, Locale } from '../../model.ts'
import { isContent } from '../../syntax/yaml/is-content.ts'
import type { Project } from './open-project.ts'
import { pageDiagnostic } from './page-diagnostic.ts'

export interface PageList extends SeparatedPages {
  /** Source pages that the configuration has left out. */
  readonly ignored: readonly PageFile[]
}

/**
 * The source pages of a project, in the order of their paths' code units, the same on every machine; and what is
 * wrong with those that can't be worked on.
 *
 * @param targets the locales that a run writes
 */
export async function listPages(project: Project, targets: readonly Locale[]): Promise<PageList> {
  const { found, ignored } = await findFiles(project, project.config.source)
  const { pages, refused, diagnostics } = separatePages(found, targets)
  const none = found.length + ignored.length === 0 ? [noPages(project)] : []
  return { pages, refused, diagnostics: [...none, ...diagnostics, ...withoutRules(project, pages)], ignored }
}

/** Nothing to work on is hardly ever what a project is meant to have: a wrong pattern would go unnoticed. */
function noPages({ config, configText }: Project): Diagnostic {
  const patterns = sourceGlobs(config.pages, config.source).map(pattern => `\`${pattern}\``)
  const next =
    configText === ''
      ? 'No verso.config.yaml says otherwise: name the project’s folder by --root, or write one there.'
      : 'Write pages there, or correct `pages` and `source`.'
  return pageDiagnostic(
    'no-pages',
    'verso.config.yaml',
    `There is no source page: nothing in the project’s folder matches ${patterns.join(' or ')}. ${next}`,
  )
}

/** Content files that no entry of `content` names: they would be copied as they are. */
function withoutRules({ config }: Project, pages: readonly PageFile[]): readonly Diagnostic[] {
  return pages
    .filter(page => valueRules(config, page).length === 0 && isContent(pageFormat(page.file)))
    .map(({ file }) =>
      pageDiagnostic(
        'content-without-rules',
        file,
        'No entry of `content` in verso.config.yaml names the file: none of it is translated. Say which of its values are, or leave it out by `ignore`.',
      ),
    )
}

/** Every file that is a page of `locale` and not ignored. */
export async function findPages(project: Project, locale: Locale): Promise<readonly PageFile[]> {
  return (await findFiles(project, locale)).found
}

/** Page paths of the source pages that are ignored: what the catalogue has of them is no orphan. */
export async function ignoredPaths(project: Project): Promise<ReadonlySet<string>> {
  if (project.config.ignore.length === 0) return new Set()
  const { ignored } = await findFiles(project, project.config.source)
  return new Set(ignored.map(({ page }) => page))
}

async function findFiles(
  { root, config }: Project,
  locale: Locale,
): Promise<{ readonly found: readonly PageFile[]; readonly ignored: readonly PageFile[] }> {
  const matchPage = createPageMatcher(config.pages)
  const isIgnored = createPageFilter(config.ignore)
  const files = await glob([...sourceGlobs(config.pages, locale)], {
    cwd: root,
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
  })
  const found: PageFile[] = []
  const ignored: PageFile[] = []
  for (const file of files.toSorted()) {
    const page = matchPage(file, locale)
    if (page === undefined) continue
    const isLeftOut = isIgnored(page.page, fileIn(page, config.source))
    ;(isLeftOut ? ignored : found).push(page)
  }
  return { found, ignored }
}
