import type { Role } from '../../model.ts'
import { rewriteLinks } from '../../syntax/rewrite-links.ts'
import type { LinkReplacement, LinkTargets } from '../../syntax/rewrite-url.ts'
import { syntaxOf } from '../project/syntax-of.ts'

/** The links of a locale: texts in their targets that are replaced, then whole targets. */
interface LocaleLinks {
  readonly links: readonly LinkReplacement[]
  readonly urls: LinkTargets
}

/** Texts of the catalogue, by key, with links as they stand on a page. */
export function localisedTexts(
  texts: ReadonlyMap<string, string>,
  { links, urls }: LocaleLinks,
): ReadonlyMap<string, string> {
  if (links.length === 0 && Object.keys(urls).length === 0) return texts
  return new Map(
    [...texts].map(([key, text]) => {
      // Text without markup has no links: what looks like one is words.
      const isText = syntaxOf(key.slice(0, key.indexOf('.')) as Role) === 'text'
      return [key, isText ? text : rewriteLinks(text, links, urls)]
    }),
  )
}
