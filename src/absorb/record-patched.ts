import type { Skeleton } from '../model.ts'
import { gapDigest } from '../syntax/gap-digest.ts'
import { compareGaps, type GapFinding } from './compare-gaps.ts'
import { comparePages } from './compare-pages.ts'
import { formatGapRecord } from './gap-record.ts'
import { matchOfSource } from './match-of-source.ts'
import type { PageBase } from './page-base.ts'
import type { PageRecord } from './page-record.ts'
import { writtenDigest } from './written-digest.ts'

/** What stands before the segments in holes. */
const hole = gapDigest('')

/**
 * What to remember of a page that was patched. Its segments are found by their very texts: what is not on the page now
 * was taken off by a person.
 *
 * @param base the catalogue as it is after the run (`readPageBase` of it)
 * @param written the page as it was written
 * @param source the source's skeleton, slugs and stems filled in
 */
export function recordPatched(base: PageBase, written: Skeleton, source: Skeleton): PageRecord {
  const page = comparePages(base, written, source, 'exact')
  const findings = compareGaps(page, undefined)
  const digests = new Map<GapFinding['match'], string>(findings.map(({ match, digest }) => [match, digest]))
  const gaps: string[] = []
  const fragments: string[] = []
  for (const [position, { gap, segment, holes }] of page.source.entries()) {
    const match = matchOfSource(page, position)
    const host = page.base[page.carried.from[position] ?? -1]
    gaps.push(recordOf(match === undefined ? undefined : digests.get(match), gap, host?.text === ''))
    fragments.push(textOf(base, host?.index) ?? segment.fragment)
    for (const [order, { segment: inner }] of holes.entries()) {
      gaps.push(hole)
      fragments.push(textOf(base, host?.holes[order]) ?? inner.fragment)
    }
  }
  return {
    gaps,
    written: fragments.map(writtenDigest),
    tail: recordOf(digests.get(undefined), page.tails.source, false),
  }
}

/**
 * @param page the digest of the gap on the page; undefined for a segment that is not there
 * @param isEmpty whether it is not there because its target is empty
 */
function recordOf(page: string | undefined, gap: string, isEmpty: boolean): string {
  const source = gapDigest(gap)
  if (page === undefined) return formatGapRecord(isEmpty ? { page: source, source } : 'removed')
  return formatGapRecord({ page, source })
}

function textOf({ segments }: PageBase, index: number | undefined): string | undefined {
  const segment = index === undefined ? undefined : segments[index]
  return segment === undefined ? undefined : (segment.target ?? segment.source)
}
