import type { PageTargets } from '../../model.ts'
import type { LinkTargets } from '../../syntax/rewrite-url.ts'
import { localisedTexts } from './localised-texts.ts'

/** The catalogue's entries with targets as they stand on the page. */
export function localisedTargets(entries: PageTargets, urls: LinkTargets): PageTargets {
  return { ...entries, targets: localisedTexts(entries.targets, { links: [], urls }) }
}
