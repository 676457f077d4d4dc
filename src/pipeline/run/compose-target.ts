import { segmentsOf } from '../../syntax/segments-of.ts'
import type { Composed } from '../work/page-work.ts'
import { keysOf } from './keys-of.ts'
import { localisationOf, localisedSkeleton } from './localised-skeleton.ts'
import { localisedTargets } from './localised-targets.ts'
import type { TargetInHand } from './page-in-hand.ts'
import { personsTargets } from './persons-targets.ts'
import type { RunTools } from './run-tools.ts'

/**
 * The target page as it is written anew from the source's skeleton and the catalogue, read through i18next. A page
 * all of whose targets are its source's texts needs no guard.
 *
 * @param isTestRun slugs and stems are then left as the source has them
 */
export async function composeTarget(
  { project, work, readerOf }: RunTools,
  target: TargetInHand,
  isTestRun: boolean,
): Promise<Composed> {
  const { page, entries, locale } = target
  const keys = keysOf(target)
  const reader = readerOf(locale)
  const sources = new Map(page.segments.map(({ key, fragment }) => [key, fragment]))
  const localisation = localisationOf(project, target, isTestRun)
  reader.add(page.file.page, sources, localisedTargets(entries, localisation.follow.urls).targets)
  const targets = keys.map(key => reader.read(page.file.page, key))
  reader.remove(page.file.page)
  const source = localisedSkeleton(page.skeleton, localisation)
  if (segmentsOf(source).every(({ fragment }, index) => (targets[index] ?? fragment) === fragment)) {
    return { text: source.parts.map(({ raw }) => raw).join(''), rejected: [], diagnostics: [] }
  }
  return work.compose({
    page: page.file.page,
    locale,
    targets,
    confirmed: personsTargets(target),
    localisation,
  })
}
