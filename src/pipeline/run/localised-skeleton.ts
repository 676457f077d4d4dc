import type { Skeleton } from '../../model.ts'
import type { LinkReplacement } from '../../syntax/rewrite-url.ts'
import { withLinks } from '../../syntax/with-links.ts'
import { withDerived } from '../../syntax/yaml/with-derived.ts'
import { linkReplacements } from '../link-replacements.ts'
import type { Project } from '../project/open-project.ts'
import { noLinks } from '../site/no-links.ts'
import type { PageLinks } from '../site/page-links.ts'
import { derivedValues } from './derived-values.ts'
import type { TargetInHand } from './page-in-hand.ts'
import { withPins } from './with-pins.ts'

/** What a locale changes in a page beside its texts. */
export interface Localisation {
  readonly derived: Readonly<Record<string, string>>
  readonly links: readonly LinkReplacement[]
  readonly follow: PageLinks
}

/** @param isTestRun the test engines keep every byte that is not text */
export function localisationOf({ config }: Project, target: TargetInHand, isTestRun: boolean): Localisation {
  if (isTestRun) return { derived: {}, links: [], follow: noLinks }
  const links = linkReplacements(config, target.locale)
  return {
    derived: derivedValues(target, links),
    links,
    follow: target.links,
  }
}

/** The source's skeleton with the slugs, stems, link targets and ids of a locale: what its page is compared with. */
export function localisedSkeleton(skeleton: Skeleton, { derived, links, follow }: Localisation): Skeleton {
  return withLinks(withPins(withDerived(skeleton, derived), follow.pins), links, follow.urls)
}
