import type { Locale } from '../../model.ts'
import { rewriteLinks } from '../../syntax/rewrite-links.ts'
import type { LinkReplacement } from '../../syntax/rewrite-url.ts'
import type { CataloguePage } from '../../translate/pairs-of-page.ts'
import { syntaxOf } from '../project/syntax-of.ts'
import type { CatalogueFiles } from './catalogue-files.ts'

/**
 * What every page of a target locale's catalogue knew when the run began, pages that are gone from the source included: what
 * the run has written since has no part in it, so that the order of the pages has none. Sources have the links that the
 * target's pages have. Files that can't be read are passed over: they are reported with their page.
 */
export async function* readCatalogue(
  files: CatalogueFiles,
  locale: Locale,
  links: readonly LinkReplacement[],
): AsyncGenerator<{ readonly page: string; readonly known: CataloguePage }> {
  for (const page of await files.pages(locale)) {
    const source = files.found.loadSource(page)
    const targets = files.found.loadTargets(page, locale)
    if (source.type === 'invalid' || targets.type === 'invalid') continue
    const sources = new Map([...source.value.texts].map(([key, text]) => [key, rewriteLinks(text, links)]))
    yield { page, known: { sources, targets: targets.value, syntaxOf } }
  }
}
