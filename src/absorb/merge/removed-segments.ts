import type { Position } from '../../model.ts'
import type { Removed } from '../absorption.ts'
import { occurrenceKeys } from '../base/occurrence-keys.ts'
import type { PageBase } from '../base/page-base.ts'
import type { PageComparison } from '../comparison/page-comparison.ts'
import { wasOnPage } from '../comparison/was-on-page.ts'
import { emptiedSentences } from './emptied-sentences.ts'

/**
 * The segments that a person took off the page together with their units. What the source has no more is none of them:
 * nothing would put it back.
 */
export function removedSegments(base: PageBase, page: PageComparison): readonly Removed[] {
  const keys = occurrenceKeys(base.segments.map(segment => segment.key))
  const isEmptied = new Set(emptiedSentences(page).map(({ host }) => host))
  const removed: Removed[] = []
  let position: Position = { line: 1, column: 1, offset: 0 }
  for (const [index, host] of [...page.base.entries()].reverse()) {
    const match = page.matchOfBase[index]
    if (match !== undefined) position = page.edited[match.edited.start]?.segment.position ?? position
    if (match !== undefined || isEmptied.has(index) || !wasOnPage(host, page)) continue
    const to = page.carried.to[index]
    const segment = to === undefined ? undefined : page.source[to]?.index
    const own = base.segments[host.index]
    const key = keys[host.index]
    if (segment === undefined || own === undefined || key === undefined) continue
    removed.push({ index: host.index, segment, key, source: own.source, target: own.target, position })
  }
  return removed.reverse()
}
