import { checkConsistency } from './check-consistency.ts'
import { checkImages } from './check-images.ts'
import { checkLinks } from './check-links.ts'
import type { Site, SiteFinding } from './site.ts'

/** The checks across the pages of a locale. */
const siteChecks: readonly ((site: Site) => Iterable<SiteFinding>)[] = [
  checkLinks,
  checkImages,
  checkConsistency,
]

/** What all checks across pages say of a site. */
export function checkSite(site: Site): readonly SiteFinding[] {
  return siteChecks.flatMap(check => [...check(site)])
}
