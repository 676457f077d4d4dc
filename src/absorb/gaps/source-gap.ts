import type { HostSegment } from '../comparison/host-segment.ts'
import { matchOfSource } from '../comparison/match-of-source.ts'
import type { PageComparison } from '../comparison/page-comparison.ts'
import { beginsBody } from './begins-body.ts'
import { gapPosition } from './gap-position.ts'
import { type GapText, gapText } from './gap-text.ts'
import { lineStartIn } from './line-start-in.ts'

/**
 * The verbatim text that the source has between one of its hosts and the last one before it that is on the page: without
 * those between, and without the verbatim text that is theirs. That is what is before them, or, where they are the first
 * of the page's body, what is after them.
 *
 * @param position among the source's hosts; the position after the last one is the page's end
 */
export function sourceGap(page: PageComparison, position: number): GapText {
  const isOnPage = (other: number) => matchOfSource(page, other) !== undefined
  const now = gapPosition(page.source, position, isOnPage)
  let before = now - 1
  while (before >= 0 && !isOnPage(before)) before -= 1
  const end = endOfUnit(page.source, before)
  const isFirst = beginsBody(page.source[before], page.source[now])
  const own = gapText(page.source, now, page.tails.source).rest
  const first = isFirst ? gapText(page.source, end, page.tails.source).rest : own
  const rest = first.slice(0, lineStartIn(first)) + own.slice(lineStartIn(own))
  return end > now
    ? { closing: '', rest }
    : { closing: gapText(page.source, end, page.tails.source).closing, rest }
}

/** The position after the unit that a host is in. */
function endOfUnit(hosts: readonly HostSegment[], position: number): number {
  let end = position + 1
  while (hosts[end]?.starts === false) end += 1
  return end
}
