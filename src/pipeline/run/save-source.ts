import { carryTargets } from '../../catalogue/carry-targets.ts'
import type { Resource } from '../../catalogue/resource.ts'
import { sourceResource } from '../../catalogue/source-resource.ts'
import type { Locale, PageTargets } from '../../model.ts'
import type { PageInHand } from './page-in-hand.ts'
import type { RunTools } from './run-tools.ts'

/**
 * Writes the source resource of a page, and before it, where the source changed, the targets of every locale that knows
 * the page: the old source is what they are carried from.
 *
 * @param inHand what locales have of the page under the keys of the present source; of others it is carried over
 * @returns the files written, from the root
 * @throws the file system's error
 */
export function saveSource(
  tools: RunTools,
  inHand: ReadonlyMap<Locale, PageTargets>,
  page: PageInHand,
): readonly string[] {
  const { catalogue } = tools
  const name = page.file.page
  const carried = new Map(inHand)
  for (const locale of tools.catalogueLocales) {
    if (carried.has(locale)) continue
    const loaded = catalogue.loadTargets(name, locale)
    if (loaded.type === 'loaded')
      carried.set(locale, carryTargets(page.resource.texts, page.skeleton, loaded.value))
  }
  const isKnown = (key: string) =>
    [...carried.values()].some(({ targets, states }) => targets.has(key) || states.has(key))
  const resource = sourceResource(page.segments, isKnown, page.resource)
  const files: string[] = []
  if (page.resource.texts.size > 0 && !isSame(resource, page.resource)) {
    for (const [locale, entries] of carried) files.push(...catalogue.saveTargets(name, locale, entries))
  }
  return [...files, ...catalogue.saveSource(name, resource)]
}

function isSame(a: Resource, b: Resource): boolean {
  if (a.texts.size !== b.texts.size) return false
  const keys = b.texts.keys()
  return [...a.texts.keys()].every(key => key === keys.next().value)
}
