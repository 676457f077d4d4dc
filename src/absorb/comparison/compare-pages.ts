import type { Skeleton } from '../../model.ts'
import { gapsOf } from '../../syntax/gaps-of.ts'
import { parseGapRecord } from '../base/gap-record.ts'
import type { PageBase } from '../base/page-base.ts'
import { baseHosts } from './base-hosts.ts'
import { carrySource } from './carry-source.ts'
import { hostSegments } from './host-segments.ts'
import { type EditedMatch, matchEdited } from './match-edited.ts'
import type { PageComparison } from './page-comparison.ts'

/**
 * Matches the three versions of a page: as last written, as edited, and as its source is now.
 *
 * @param matching `exact` for a page that was just written from this base: its texts are the base's or nothing of it
 */
export function comparePages(
  base: PageBase,
  edited: Skeleton,
  source: Skeleton,
  matching: 'exact' | 'similar' = 'similar',
): PageComparison {
  const onPage = hostSegments(edited)
  const now = hostSegments(source)
  const hosts = baseHosts(base, onPage, now)
  const tails = { edited: gapsOf(edited).tail, source: gapsOf(source).tail }
  const matches = matchEdited(hosts, onPage, matching, {
    base: parseGapRecord(base.tail),
    edited: tails.edited,
  })
  const matchOfBase = new Array<EditedMatch | undefined>(hosts.length).fill(undefined)
  const matchOfEdited = new Array<EditedMatch | undefined>(onPage.length).fill(undefined)
  for (const match of matches) {
    for (const position of match.base) matchOfBase[position] = match
    matchOfEdited.fill(match, match.edited.start, match.edited.end)
  }
  return {
    base: hosts,
    edited: onPage,
    source: now,
    carried: carrySource(hosts, now),
    matches,
    matchOfBase,
    matchOfEdited,
    isRecorded: base.tail !== undefined || base.segments.some(segment => segment.gap !== undefined),
    tails,
  }
}
