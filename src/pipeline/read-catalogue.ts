import { join } from 'node:path'
import { glob } from 'tinyglobby'
import type { Locale } from '../model.ts'
import { type LinkReplacement, rewriteLinks } from '../syntax/rewrite-links.ts'
import type { CataloguePage } from '../translate/pairs-of-page.ts'
import type { CatalogueFiles } from './catalogue-files.ts'
import type { Project } from './open-project.ts'
import { syntaxOf } from './syntax-of.ts'

/**
 * What every page of a target locale's catalogue knows, pages that are gone from the source included. Sources have the
 * links that the target's pages have. Files that can't be read are passed over: they are reported with their page.
 */
export async function* readCatalogue(
  project: Project,
  files: CatalogueFiles,
  locale: Locale,
  links: readonly LinkReplacement[],
): AsyncGenerator<{ readonly page: string; readonly known: CataloguePage }> {
  for (const page of await cataloguePages(project, locale)) {
    const source = files.loadSource(page)
    const targets = files.loadTargets(page, locale)
    files.forget(page)
    if (source.type === 'invalid' || targets.type === 'invalid') continue
    const sources = new Map([...source.value.texts].map(([key, text]) => [key, rewriteLinks(text, links)]))
    yield { page, known: { sources, targets: targets.value, syntaxOf } }
  }
}

/** Page paths that have a resource in a locale, in the order of their code units. */
export async function cataloguePages(
  { root, config }: Pick<Project, 'root' | 'config'>,
  locale: Locale,
): Promise<readonly string[]> {
  const files = await glob('**/*.json', {
    cwd: join(root, config.catalogue, locale),
    expandDirectories: false,
  })
  return files.map(file => file.slice(0, -'.json'.length)).toSorted()
}
