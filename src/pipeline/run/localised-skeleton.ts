import type { Skeleton } from '../../model.ts'
import type { LinkReplacement } from '../../syntax/rewrite-links.ts'
import { withDerived } from '../../syntax/with-derived.ts'
import { withLinks } from '../../syntax/with-links.ts'
import { linkReplacements } from '../link-replacements.ts'
import type { Project } from '../open-project.ts'
import { derivedValues } from './derived-values.ts'
import type { TargetInHand } from './page-in-hand.ts'

/** What a locale changes in a page beside its texts. */
export interface Localisation {
  readonly derived: Readonly<Record<string, string>>
  readonly links: readonly LinkReplacement[]
}

/** @param isTestRun the test engines keep every byte that is not text */
export function localisationOf({ config }: Project, target: TargetInHand, isTestRun: boolean): Localisation {
  if (isTestRun) return { derived: {}, links: [] }
  return { derived: derivedValues(target), links: linkReplacements(config, target.locale) }
}

/** The source's skeleton with the slugs, stems and link targets of a locale: what its page is compared with. */
export function localisedSkeleton(skeleton: Skeleton, { derived, links }: Localisation): Skeleton {
  return withLinks(withDerived(skeleton, derived), links)
}
