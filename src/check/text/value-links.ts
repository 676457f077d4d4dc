import type { FrontMatterRule, PageFormat } from '../../model.ts'
import { frontMatterAction } from '../../syntax/yaml/front-matter-action.ts'
import type { LinkFact } from '../page-facts.ts'
import { findLinks } from './find-links.ts'
import { valuesOf } from './values-of.ts'

/** A link of a value, with the value's path. */
export interface ValueLink extends LinkFact {
  readonly path: string
}

/**
 * The links of a front matter or a content file: values that its rules call links, and those in values that are Markdown.
 * Each has the place of its value.
 */
export function valueLinks(
  text: string,
  format: PageFormat,
  rules: readonly FrontMatterRule[],
): readonly ValueLink[] {
  if (!rules.some(({ action }) => action === 'link' || action === 'markdown')) return []
  return (valuesOf(text, format) ?? []).flatMap(({ path, value, line, column }): readonly ValueLink[] => {
    if (typeof value !== 'string') return []
    switch (frontMatterAction(path, rules)) {
      case 'link':
        return [{ type: 'link', url: value, path, line, column }]
      case 'markdown':
        return findLinks(value).flatMap(({ type, url }) =>
          type === 'link' ? [{ type, url, path, line, column }] : [],
        )
      default:
        return []
    }
  })
}
