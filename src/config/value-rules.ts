import type { FrontMatterRule, Locale } from '../model.ts'
import type { Config } from './config.ts'
import { createPageFilter } from './create-page-filter.ts'
import { fileIn } from './file-in.ts'
import type { PageFile } from './page-file.ts'
import { pageFormat } from './page-format.ts'

/**
 * The rules for the values of a page: those of the front matter for Markdown; for a content file those of the last
 * entry of `content` that names it, and none when no entry does.
 *
 * @param page of any locale
 */
export function valueRules(
  { source, content, frontMatter }: Pick<Config, 'source' | 'content' | 'frontMatter'>,
  page: PageFile,
): readonly FrontMatterRule[] {
  const file = fileIn(page, source)
  switch (pageFormat(file)) {
    case 'markdown':
    case 'mdx':
      return frontMatter
    case 'yaml':
    case 'json':
      return content.findLast(entry => names(entry.pages, source)(page.page, file))?.rules ?? noRules
  }
}

const noRules: readonly FrontMatterRule[] = []

/** `{locale}` may stand in the glob as it does in `pages`. */
function names(glob: string, source: Locale) {
  return createPageFilter([glob.replaceAll('{locale}', source)])
}
