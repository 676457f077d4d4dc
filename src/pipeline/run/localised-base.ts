import type { PageBase } from '../../absorb/base/page-base.ts'
import { readPageBase } from '../../absorb/base/read-page-base.ts'
import type { PageTargets } from '../../model.ts'
import type { Localisation } from './localised-skeleton.ts'
import { localisedTargets } from './localised-targets.ts'
import { localisedTexts } from './localised-texts.ts'
import type { PageInHand } from './page-in-hand.ts'

/** The page as last written, with the links that it is to have now: what differs in nothing else was not edited. */
export function localisedBase(
  before: PageTargets,
  page: PageInHand,
  { links, follow }: Localisation,
): PageBase {
  const sources = localisedTexts(page.resource.texts, { links, urls: follow.urls })
  return readPageBase(localisedTargets(before, follow.urls), sources, page.skeleton)
}
