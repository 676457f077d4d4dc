import type { PageTargets, Segment, SegmentState, Skeleton } from '../model.ts'
import { segmentsOf } from '../syntax/segments-of.ts'
import { assignKeys } from './assign-keys.ts'
import { carryEntry } from './carry/carry-entry.ts'
import { createMatchSet } from './carry/create-match-set.ts'
import { listOldSegments } from './carry/list-old-segments.ts'
import { matchByKey } from './carry/match-by-key.ts'
import { matchBySimilarity } from './carry/match-by-similarity.ts'
import { matchByText } from './carry/match-by-text.ts'
import type { MatchSet } from './carry/match-set.ts'
import { nextInUnit } from './carry/next-in-unit.ts'
import type { OldSegment } from './carry/old-segment.ts'
import { completePage } from './complete-page.ts'
import type { Entry } from './entry.ts'
import { isPersonsEntry } from './is-persons-entry.ts'
import { isSegmentKey } from './is-segment-key.ts'
import { type Layout, layOutEntries } from './lay-out-entries.ts'
import { occurrenceKey } from './occurrence-key.ts'

/**
 * Carries a page's targets over to its source as it is now. A page that did not change keeps them all as they are,
 * and so does a segment that moved, or whose role or typography alone changed. An edited sentence keeps its target
 * and becomes stale; of a sentence split in two, the first part has the target and the second an empty one; sentences
 * made one have theirs joined.
 *
 * What the page has no more is dropped when a machine made it, and stays as an orphan when a person did, or where the
 * target page is patched: there it still stands. An orphan whose text comes back is a segment's target again. Entries that a person added stay where they were.
 *
 * @param oldSource the texts of the page's source resource as it was when the targets were last written
 * @param skeleton of the source page as it is now
 * @param page its targets in one locale
 */
export function carryTargets(
  oldSource: ReadonlyMap<string, string>,
  skeleton: Skeleton,
  page: PageTargets,
): PageTargets {
  const segments = segmentsOf(skeleton)
  if (isUnchanged(oldSource, segments)) return page
  const olds = listOldSegments(oldSource, segments, page)
  const set = createMatchSet(segments, olds)
  matchByKey(set)
  matchByText(set)
  matchBySimilarity(set, () => nextInUnit(skeleton))

  const layout = layOutEntries(segments, carryEntries(set))
  const orphans = orphansOf(set, page.diverged)
  const known = new Set(olds.map(({ key }) => key))
  const isOfSegment = (key: string) => layout.targets.has(key) || orphans.targets.has(key) || known.has(key)
  return completePage(
    page,
    layout,
    orphans,
    key => !isOfSegment(key) && isPersonsEntry(key, page.states.get(key)),
  )
}

/** Whether the source resource would list the same keys in the same order again. */
function isUnchanged(oldSource: ReadonlyMap<string, string>, segments: readonly Segment[]): boolean {
  const keys = new Set(assignKeys(segments, key => oldSource.has(key))).values()
  for (const key of oldSource.keys()) if (isSegmentKey(key) && keys.next().value !== key) return false
  return keys.next().done === true
}

/** Equal segments that continue one old segment have one object as their entry. */
function carryEntries(set: MatchSet): readonly (Entry | undefined)[] {
  const carried = new Map<string, Entry | undefined>()
  return set.segments.map(({ key, fragment }, n) => {
    const match = set.matches[n]
    const [old] = match?.olds ?? []
    if (!match || !old) return undefined
    const id = `${key} ${old.key}`
    if (!carried.has(id)) carried.set(id, carryEntry(match, fragment))
    return carried.get(id)
  })
}

/** An orphan's key must not be that of a segment of the page, nor one that an occurrence of it would take for its own. */
function orphansOf(set: MatchSet, isOnPage: boolean): Layout {
  const orphans: Layout = { targets: new Map(), states: new Map() }
  for (const old of set.olds) {
    if (set.isUsed(old) || old.target === undefined) continue
    if (!isOnPage && !isPersonsEntry(old.key, old.state) && old.state?.orphanSource === undefined) continue
    const occurrences = set.groups.get(old.base)?.length ?? 0
    let ordinal = old.ordinal > occurrences ? old.ordinal : occurrences + 1
    while (orphans.targets.has(occurrenceKey(old.base, ordinal))) ordinal += 1
    const key = occurrenceKey(old.base, ordinal)
    orphans.targets.set(key, old.target)
    orphans.states.set(key, orphanState(key, old))
  }
  return orphans
}

function orphanState(key: string, { state, fragment }: OldSegment): SegmentState {
  const { gap: _, suggestion: __, ...rest } = state ?? { state: 'translated' }
  return { ...rest, key, orphanSource: state?.orphanSource ?? fragment }
}
