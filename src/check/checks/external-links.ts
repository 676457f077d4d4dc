import type { Check } from '../check.ts'
import { eachInventory } from '../each-inventory.ts'
import { describeDifference } from '../text/describe-difference.ts'
import { isExternal } from '../text/is-external.ts'
import { linkOf } from '../text/link-of.ts'
import { targetFinding } from '../text/target-finding.ts'

/**
 * URLs of other sites, in links and bare: those of the source after the configured rewrites. A page of the site itself
 * may have another address in each locale; that is for the link check to follow.
 */
export const checkExternalLinks: Check = function* (page) {
  const urls = eachInventory(page, pattern =>
    pattern.flatMap(item => {
      const link = typeof item === 'string' ? undefined : linkOf(item)
      return link !== undefined && isExternal(link.url) ? [link.url] : []
    }),
  )
  for (const { pair, ...difference } of urls) {
    yield targetFinding(
      'url-changed',
      pair,
      `The translation ${describeDifference(difference)}. Write the URLs of the source, or add a rewrite to \`links\` in verso.config.yaml.`,
      difference.added[0],
    )
  }
}
