import type { FrontMatterRule, PageFormat, Skeleton } from '../model.ts'
import { isContent } from '../syntax/yaml/is-content.ts'
import { headingAnchors } from './heading-anchors.ts'
import type { SideFacts } from './page-facts.ts'
import { slugOf } from './slug-of.ts'
import { findLinks } from './text/find-links.ts'
import { valueLinks } from './text/value-links.ts'
import { withoutLiteralText } from './text/without-literal-text.ts'

const htmlId = /<[a-z][^<>]*?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

interface Side {
  readonly file: string
  readonly text: string
  readonly skeleton: Skeleton
  readonly format: PageFormat
}

/**
 * Anchors and links of a page. A content file is no place to link to.
 *
 * @param rules for the values of its front matter, or of the content file
 * @param slugKeys front-matter paths that give the page another address than its file's
 */
export function sideFacts(
  { file, text, skeleton, format }: Side,
  rules: readonly FrontMatterRule[],
  slugKeys: readonly string[],
): SideFacts {
  const inValues = valueLinks(text, format, rules)
  if (isContent(format)) return { file, headings: [], ids: [], links: inValues }
  const body = withoutLiteralText(text)
  const slug = slugOf(text, slugKeys)
  return {
    file,
    headings: headingAnchors(skeleton).map(({ anchor }) => anchor),
    ids: [...body.matchAll(htmlId)].map(match => match[1] ?? match[2] ?? ''),
    links: [...inValues, ...findLinks(body)],
    ...(slug === undefined ? {} : { slug }),
  }
}
