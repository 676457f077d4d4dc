import { eachInventory } from './each-inventory.ts'
import type { LinkDifference } from './page-facts.ts'
import type { PagePair } from './page-pair.ts'
import { isExternal } from './text/is-external.ts'
import { linkOf } from './text/link-of.ts'
import { targetFinding } from './text/target-finding.ts'

/** Where the links of a translation within the site are written in another way than its source's. */
export function linkDifferences(page: PagePair): readonly LinkDifference[] {
  const differences = eachInventory(page, pattern =>
    pattern.flatMap(item => {
      const link = typeof item === 'string' ? undefined : linkOf(item)
      return link?.type === 'link' && !isExternal(link.url) ? [link.url] : []
    }),
  )
  return [...differences].map(({ pair, missing, added }) => {
    const { line, column } = targetFinding('link-changed', pair, '', added[0])
    return { missing, added, line, column, key: pair.key }
  })
}
