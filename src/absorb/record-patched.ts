import type { Skeleton } from '../model.ts'
import { gapDigest } from '../syntax/gap-digest.ts'
import { segmentsOf } from '../syntax/segments-of.ts'
import type { Standing } from './alignment/standing.ts'
import { absenceMarks } from './base/absence.ts'
import { formatGapRecord } from './base/gap-record.ts'
import type { BaseSegment } from './base/page-base.ts'
import type { PageRecord } from './base/page-record.ts'
import { writtenDigest } from './base/written-digest.ts'
import { comparePages } from './comparison/compare-pages.ts'
import { hostSegments } from './comparison/host-segments.ts'
import { matchOfSource } from './comparison/match-of-source.ts'
import { compareGaps, type GapFinding } from './gaps/compare-gaps.ts'

/** A page that was patched. */
export interface PatchedTarget {
  /** The source's skeleton, slugs and stems filled in. */
  readonly source: Skeleton
  /** The page as it was written. */
  readonly written: Skeleton
  /** Parallel to `segmentsOf(source)`. */
  readonly standings: readonly Standing[]
  /** Targets whose source is gone (`orphansOf`). */
  readonly orphans: readonly BaseSegment[]
}

/** What stands before the segments in holes. */
const hole = gapDigest('')

/**
 * What to remember of a page that was patched. Its segments are found by their very texts, as the next run finds those
 * that are marked as absent; one whose text reads otherwise on the page is not found, and left alone from then on.
 */
export function recordPatched({ source, written, standings, orphans }: PatchedTarget): PageRecord {
  const hosts = hostSegments(source)
  const inHoles = new Set(hosts.flatMap(({ holes }) => holes.map(({ index }) => index)))
  const segments = segmentsOf(source).map(({ key, fragment }, index): BaseSegment => {
    const gap = inHoles.has(index) ? hole : absenceMarks.removed
    return { key, source: fragment, target: textOf(standings[index]), state: 'translated', gap }
  })
  const page = comparePages({ segments: [...segments, ...orphans], diverged: true }, written, source, 'exact')
  const findings = compareGaps(page, undefined)
  const findingOf = new Map<GapFinding['match'], GapFinding>(
    findings.map(finding => [finding.match, finding]),
  )
  const gaps: string[] = []
  for (const [position, { gap, index, holes }] of hosts.entries()) {
    const match = matchOfSource(page, position)
    gaps.push(match === undefined ? offPage(standings[index], gap) : recordOf(findingOf.get(match)))
    for (const inner of holes) {
      gaps.push(match === undefined ? (markOf(standings[inner.index]) ?? hole) : hole)
    }
  }
  return {
    gaps,
    written: segments.map(({ source, target = '' }, index) =>
      writtenDigest(standings[index]?.type === 'awaited' ? source : target),
    ),
    tail: recordOf(findingOf.get(undefined)),
  }
}

function textOf(standing: Standing | undefined): string {
  return standing === undefined || standing.type === 'awaited' ? '' : standing.fragment
}

/** @param gap the source's */
function offPage(standing: Standing | undefined, gap: string): string {
  const isSaidElsewhere = textOf(standing) === ''
  return markOf(standing) ?? (isSaidElsewhere ? gapDigest(gap) : absenceMarks.unfound)
}

function markOf(standing: Standing | undefined): string | undefined {
  return standing === undefined || standing.type === 'text' ? undefined : absenceMarks[standing.type]
}

function recordOf(finding: GapFinding | undefined): string {
  const { digest = '', source = digest } = finding ?? {}
  return formatGapRecord({ page: digest, source })
}
