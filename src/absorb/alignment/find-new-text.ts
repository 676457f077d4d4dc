import type { HostSegment } from '../comparison/host-segment.ts'
import { isNew } from '../comparison/is-new.ts'
import type { EditedMatch } from '../comparison/match-edited.ts'
import { matchOfSource } from '../comparison/match-of-source.ts'
import type { PageComparison } from '../comparison/page-comparison.ts'
import { beginsBody } from '../gaps/begins-body.ts'
import type { GapChange, GapFinding } from '../gaps/compare-gaps.ts'
import { newBlock } from './new-block.ts'
import type { PageAlignment } from './page-alignment.ts'

type NewText = Pick<PageAlignment, 'newBlocks' | 'newSegments'>

/**
 * Units and sentences that are new in the source, each after what stands before it in the source and is on the page.
 * What a person took off the page is not new.
 */
export function findNewText(page: PageComparison, findings: readonly GapFinding[]): NewText {
  const units = unitsOf(page)
  const changes = new Map<EditedMatch | undefined, GapChange>(
    findings.map(({ match, change }) => [match, change]),
  )
  const following = matchesAfter(units.map(unit => unit.find(({ match }) => match !== undefined)?.match))
  const newBlocks: NewText['newBlocks'][number][] = []
  let last: HostSegment | undefined
  for (let at = 0; at < units.length; ) {
    const unit = units[at] ?? []
    const end = endOfNew(units, at)
    if (end > at) {
      const run = { start: unit[0]?.position ?? 0, end: (units[end - 1]?.at(-1)?.position ?? -1) + 1 }
      const after = beginsBody(last, unit[0]?.host) ? -1 : (last?.unitIndex ?? -1)
      newBlocks.push(newBlock(page, run, after, changes.get(following[end - 1]) ?? 'same'))
      at = end
      continue
    }
    const matched = unit.findLast(({ match }) => match !== undefined)?.match
    last = matched === undefined ? last : page.edited[matched.edited.end - 1]
    at += 1
  }
  return { newBlocks, newSegments: units.flatMap(unit => newSentences(page, unit)) }
}

interface Member {
  /** Among the source's hosts. */
  readonly position: number
  readonly host: HostSegment
  readonly match: EditedMatch | undefined
  readonly isNew: boolean
}

function unitsOf(page: PageComparison): readonly (readonly Member[])[] {
  const units: Member[][] = []
  for (const [position, host] of page.source.entries()) {
    const member = { position, host, match: matchOfSource(page, position), isNew: isNew(page, position) }
    const unit = units[units.length - 1]
    if (host.starts || unit === undefined) units.push([member])
    else unit.push(member)
  }
  return units
}

/** The end of the run of units that are new and begin at a position; the position when that one isn't. */
function endOfNew(units: readonly (readonly Member[])[], start: number): number {
  let end = start
  while (units[end]?.every(member => member.isNew)) end += 1
  return end
}

/** The sentences that are new in a unit of which others are on the page. */
function newSentences(page: PageComparison, unit: readonly Member[]): NewText['newSegments'] {
  const following = matchesAfter(unit.map(({ match }) => match))
  let after: HostSegment | undefined
  return unit.flatMap(({ host, match, isNew: isOwnNew }, order) => {
    if (match !== undefined) after = page.edited[match.edited.end - 1]
    const next = following[order]
    if (!isOwnNew || (after === undefined && next === undefined)) return []
    const before = next === undefined ? undefined : page.edited[next.edited.start]
    return { segment: host.index, after: after?.index, before: before?.index }
  })
}

/** For each position the first match after it. */
function matchesAfter(matches: readonly (EditedMatch | undefined)[]): readonly (EditedMatch | undefined)[] {
  let next: EditedMatch | undefined
  return [...matches]
    .reverse()
    .map(match => {
      const after = next
      next = match ?? next
      return after
    })
    .reverse()
}
