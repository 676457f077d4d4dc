import type { Skeleton } from '../../model.ts'
import { matchOfSource } from '../comparison/match-of-source.ts'
import type { PageComparison } from '../comparison/page-comparison.ts'
import type { GapFinding } from '../gaps/compare-gaps.ts'
import { gapPosition } from '../gaps/gap-position.ts'
import { gapText } from '../gaps/gap-text.ts'
import { sourceGap } from '../gaps/source-gap.ts'
import { gapSpans } from './gap-spans.ts'
import type { GapEdit } from './page-alignment.ts'

/**
 * The edits by which verbatim text of the edited page follows the source where the source alone changed it. What closes
 * the block before and what follows are edits of their own: a new block comes between them. Where the source parted a
 * unit or joined two, the page keeps the units that it has.
 */
export function gapEdits(
  page: PageComparison,
  findings: readonly GapFinding[],
  edited: Skeleton,
): readonly GapEdit[] {
  if (!findings.some(({ change }) => change === 'source')) return []
  const spans = gapSpans(edited)
  return findings.flatMap(({ match, change }) => {
    if (change !== 'source') return []
    const at = match === undefined ? page.edited.length : match.edited.start
    const now = match === undefined ? page.source.length : page.carried.to[match.base[0] ?? -1]
    const { start = 0, end = 0 } = spans[at] ?? {}
    if (now === undefined || page.edited[at]?.starts !== startsUnit(page, now)) return []
    const own = gapText(page.edited, at, page.tails.edited)
    const source = sourceGap(page, now)
    const middle = start + own.closing.length
    return [
      ...(own.closing === source.closing ? [] : [{ start, end: middle, text: source.closing }]),
      ...(own.rest === source.rest ? [] : [{ start: middle, end, text: source.rest }]),
    ]
  })
}

/** Whether one of the source's hosts is the first one of its unit that is on the page. */
function startsUnit(page: PageComparison, position: number): boolean | undefined {
  return page.source[gapPosition(page.source, position, other => matchOfSource(page, other) !== undefined)]
    ?.starts
}
