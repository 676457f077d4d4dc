import { matchOfSource } from './comparison/match-of-source.ts'
import type { PageComparison } from './comparison/page-comparison.ts'
import type { GapFinding } from './gaps/compare-gaps.ts'
import { emptiedSentences } from './merge/emptied-sentences.ts'

/**
 * Whether a page has exactly the structure of its source, so that regenerating it would change nothing but translations:
 * every segment that has a text, once sentences that a person took out have none, is there, in the source's order, with the source's verbatim text between.
 */
export function isLikeSource(page: PageComparison, findings: readonly GapFinding[]): boolean {
  const emptied = new Set(emptiedSentences(page).map(({ host }) => host))
  const isWithoutText = (host: number | undefined) =>
    host !== undefined && (page.base[host]?.text === '' || emptied.has(host))
  const starts = page.source.flatMap((host, position) => {
    const match = matchOfSource(page, position)
    const from = page.carried.from[position]
    if (match === undefined) return isWithoutText(from) ? [] : -1
    return match.base[0] === from && page.edited[match.edited.start]?.unit.role !== host.unit.role
      ? -1
      : match.edited.start
  })
  const isInOrder = starts.every((start, index) => start >= (starts[index - 1] ?? 0))
  return isInOrder && findings.every(({ isSource }) => isSource)
}
