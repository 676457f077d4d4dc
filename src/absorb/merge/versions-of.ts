import type { HoleSegment } from '../comparison/host-segment.ts'
import type { EditedMatch } from '../comparison/match-edited.ts'
import type { PageComparison } from '../comparison/page-comparison.ts'
import type { SegmentVersion } from './segment-version.ts'

/** A match's hosts, and the segments in their holes where there are as many as there were: pairs in order. */
export function versionsOf(page: PageComparison, match: EditedMatch): readonly SegmentVersion[] {
  const hosts = match.base.flatMap(position => page.base[position] ?? [])
  const [first, ...others] = page.edited.slice(match.edited.start, match.edited.end)
  if (first === undefined) return []
  const current = match.base.map(position => {
    const to = page.carried.to[position]
    return to === undefined ? undefined : page.source[to]
  })
  const host: SegmentVersion = {
    indices: hosts.map(({ index }) => index),
    now: current,
    fragment: match.fragment,
    on: [first, ...others],
  }
  const holes = hosts.flatMap(one => one.holes)
  const onPage = [first, ...others].flatMap(one => one.holes)
  const now = current.flatMap(one => one?.holes ?? [])
  if (holes.length !== onPage.length) return [host]
  return [host, ...onPage.flatMap((hole, order) => versionOfHole(holes[order], hole, now[order]) ?? [])]
}

function versionOfHole(
  index: number | undefined,
  hole: HoleSegment,
  now: HoleSegment | undefined,
): SegmentVersion | undefined {
  if (index === undefined) return undefined
  return { indices: [index], now: [now], fragment: hole.segment.fragment, on: [hole] }
}
