import type { Entry } from '../../../catalogue/entry.ts'
import { locateSegments } from '../../../translate/locate-segments.ts'
import { keysOf } from '../../run/keys-of.ts'
import { localisationOf, localisedSkeleton } from '../../run/localised-skeleton.ts'
import type { TargetInHand } from '../../run/page-in-hand.ts'
import type { RunTools } from '../../run/run-tools.ts'
import { noLinks } from '../../site/no-links.ts'
import type { Decision } from '../review-view.ts'
import { decidedEntry } from './decided-entry.ts'

/**
 * What decisions make of a page's segments, by index; those that stay as they are left out.
 *
 * @param places where each decision's segment is, parallel to `decisions`
 */
export function decidedEntries(
  { project }: RunTools,
  target: TargetInHand,
  decisions: readonly Decision[],
  places: readonly number[],
): ReadonlyMap<number, Entry> {
  const located = locateSegments(
    // The catalogue's links, which are those of the source.
    localisedSkeleton(target.page.skeleton, localisationOf(project, { ...target, links: noLinks }, false)),
  )
  const keys = keysOf(target)
  const { targets, states } = target.entries
  const entries = new Map<number, Entry>()
  for (const [n, decision] of decisions.entries()) {
    const index = places[n] ?? 0
    const spot = located[index]
    const key = keys[index]
    if (spot === undefined || key === undefined) continue
    const entry = decidedEntry({
      decision,
      source: spot.segment,
      syntax: spot.unit.syntax,
      target: targets.get(key),
      state: states.get(key),
    })
    if (entry !== undefined) entries.set(index, entry)
  }
  return entries
}
