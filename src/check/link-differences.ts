import type { FrontMatterRule } from '../model.ts'
import { frontMatterAction } from '../syntax/yaml/front-matter-action.ts'
import { eachInventory } from './each-inventory.ts'
import type { LinkDifference } from './page-facts.ts'
import type { PagePair } from './page-pair.ts'
import { isExternal } from './text/is-external.ts'
import { linkOf } from './text/link-of.ts'
import { targetFinding } from './text/target-finding.ts'
import { type ValueLink, valueLinks } from './text/value-links.ts'

/** Where the links of a translation within the site are written in another way than its source's. */
export function linkDifferences(
  page: PagePair,
  rules: readonly FrontMatterRule[],
): readonly LinkDifference[] {
  const differences = eachInventory(page, pattern =>
    pattern.flatMap(item => {
      const link = typeof item === 'string' ? undefined : linkOf(item)
      return link?.type === 'link' && !isExternal(link.url) ? [link.url] : []
    }),
  )
  const inTexts = [...differences].map(({ pair, missing, added }) => {
    const { line, column } = targetFinding('link-changed', pair, '', added[0])
    return { missing, added, line, column, key: pair.key }
  })
  return [...inTexts, ...valueDifferences(page, rules)]
}

/** Values that are links. */
function valueDifferences(
  { source, target, format }: PagePair,
  rules: readonly FrontMatterRule[],
): readonly LinkDifference[] {
  const isLink = ({ path, url }: ValueLink) => frontMatterAction(path, rules) === 'link' && !isExternal(url)
  const there = new Map(valueLinks(target.text, format, rules).map(link => [link.path, link]))
  return valueLinks(source.text, format, rules)
    .filter(isLink)
    .flatMap(({ path, url }) => {
      const link = there.get(path)
      if (link === undefined || link.url === url) return []
      return [{ missing: [url], added: [link.url], line: link.line, column: link.column }]
    })
}
