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
  const findingOf = new Map<GapFinding['match'], GapFinding>(
    findings.map(finding => [finding.match, finding]),
  )
  const gaps: string[] = []
  const fragments: string[] = []
  for (const [position, { gap, segment, holes }] of page.source.entries()) {
    const match = matchOfSource(page, position)
    const host = page.base[page.carried.from[position] ?? -1]
    const own = host?.text === '' ? gapDigest(gap) : formatGapRecord('removed')
    gaps.push(match === undefined ? own : recordOf(findingOf.get(match)))
    fragments.push(textOf(base, host?.index) ?? segment.fragment)
    for (const [order, { segment: inner }] of holes.entries()) {
      gaps.push(hole)
      fragments.push(textOf(base, host?.holes[order]) ?? inner.fragment)
    }
  }
  return { gaps, written: fragments.map(writtenDigest), tail: recordOf(findingOf.get(undefined)) }
}

function recordOf(finding: GapFinding | undefined): string {
  const { digest = '', source = digest } = finding ?? {}
  return formatGapRecord({ page: digest, source })
}

function textOf({ segments }: PageBase, index: number | undefined): string | undefined {
  const segment = index === undefined ? undefined : segments[index]
  return segment === undefined ? undefined : (segment.target ?? segment.source)
}
