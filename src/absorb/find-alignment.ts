import type { Skeleton } from '../model.ts'
import type { GapFinding } from './compare-gaps.ts'
import { findNewText } from './find-new-text.ts'
import { gapEdits } from './gap-edits.ts'
import { matchOfSource } from './match-of-source.ts'
import type { PageAlignment } from './page-alignment.ts'
import type { PageComparison } from './page-comparison.ts'
import type { Run } from './sequence.ts'

/** Joins the matches of base and edited page with those of base and source: what of the source stands where. */
export function findAlignment(
  page: PageComparison,
  findings: readonly GapFinding[],
  edited: Skeleton,
): PageAlignment {
  const length = page.source.reduce((sum, host) => sum + 1 + host.holes.length, 0)
  const segments = new Array<Run | undefined>(length).fill(undefined)
  for (const [position, host] of page.source.entries()) {
    const match = matchOfSource(page, position)
    if (match === undefined || page.carried.to[match.base[0] ?? -1] !== position) continue
    const on = page.edited.slice(match.edited.start, match.edited.end)
    segments[host.index] = { start: on[0]?.index ?? 0, end: (on[on.length - 1]?.index ?? 0) + 1 }
    const holes = on.flatMap(one => one.holes)
    if (holes.length !== host.holes.length) continue
    for (const [order, { index }] of host.holes.entries()) {
      const hole = holes[order]
      if (hole !== undefined) segments[index] = { start: hole.index, end: hole.index + 1 }
    }
  }
  return {
    segments,
    gaps: gapEdits(page, findings, edited),
    ...findNewText(page, findings),
    obsolete: findObsolete(page),
  }
}

function findObsolete(page: PageComparison): readonly Run[] {
  return page.matches.flatMap(match => {
    if (match.base.some(position => page.carried.to[position] !== undefined)) return []
    const first = page.edited[match.edited.start]
    const last = page.edited[match.edited.end - 1]
    return first === undefined || last === undefined ? [] : { start: first.index, end: last.index + 1 }
  })
}
