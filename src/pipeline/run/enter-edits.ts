import type { Absorption, Edit } from '../../absorb/absorption.ts'
import type { Entry } from '../../catalogue/entry.ts'
import { isPersons } from '../../catalogue/is-persons.ts'
import { setTargets } from '../../catalogue/set-targets.ts'
import type { PageTargets, SegmentState, Skeleton } from '../../model.ts'
import { rewriteLinks } from '../../syntax/rewrite-links.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { inverseUrls } from '../site/inverse-urls.ts'
import { keysOf } from './keys-of.ts'
import type { Localisation } from './localised-skeleton.ts'
import type { TargetInHand } from './page-in-hand.ts'

/**
 * Enters a person's texts as reviewed, with the links that the catalogue has. One whose source changed as well stays
 * stale: the two are yet to be squared. What a person wrote in the catalogue in the meantime stays beside it.
 *
 * @param source the skeleton that the page was compared with
 */
export function enterEdits(
  taken: TargetInHand,
  { edits }: Absorption,
  source: Skeleton,
  { links, follow }: Localisation,
): PageTargets {
  const { page, entries } = taken
  const own = inverseUrls(taken.links)
  const asInCatalogue = (fragment: string) => rewriteLinks(fragment, [], own)
  const keys = keysOf(taken)
  const now = segmentsOf(source)
  const asWritten = new Map(
    [...page.resource.texts.values()].map(text => [rewriteLinks(text, links, follow.urls), text]),
  )
  const changes = new Map<number, Entry>()
  for (const edit of edits) {
    const { segment, source: before } = edit
    const fragment = segment === undefined ? undefined : now[segment]?.fragment
    if (segment === undefined || fragment === undefined) continue
    const previousSource = fragment === before ? undefined : (asWritten.get(before) ?? before)
    const target = asInCatalogue(edit.target)
    const alternatives = alternativesTo(edit, entries.states.get(keys[segment] ?? ''))
      .map(asInCatalogue)
      .filter(text => text !== target)
    changes.set(segment, {
      target,
      state: {
        state: 'reviewed',
        origin: 'human',
        ...(previousSource === undefined ? {} : { previousSource }),
        ...(alternatives.length === 0 ? {} : { alternatives }),
      },
    })
  }
  return setTargets(entries, page.segments, changes)
}

/** What persons wrote for the segment in the catalogue, and the page did not have. */
function alternativesTo({ previous, isUnwritten }: Edit, state: SegmentState | undefined): readonly string[] {
  const known = state?.alternatives ?? []
  const isChanged = isUnwritten && previous !== undefined && state !== undefined && isPersons(state)
  return [...new Set(isChanged ? [...known, previous] : known)]
}
