import type { HostSegment } from './host-segment.ts'
import type { EditedMatch } from './match-edited.ts'
import { matchOfSource } from './match-of-source.ts'
import type { PageAlignment } from './page-alignment.ts'
import type { PageComparison } from './page-comparison.ts'

type NewText = Pick<PageAlignment, 'newUnits' | 'newSegments'>

/**
 * Units and sentences that are new in the source, each after what stands before it in the source and is on the page.
 * What a person took off the page is not new.
 */
export function findNewText(page: PageComparison): NewText {
  const newUnits: NewText['newUnits'][number][] = []
  const newSegments: NewText['newSegments'][number][] = []
  let last: HostSegment | undefined
  for (const unit of unitsOf(page)) {
    const first = unit[0]?.host
    if (first !== undefined && unit.every(({ isNew }) => isNew)) {
      newUnits.push({ unit: first.unitIndex, after: last?.unitIndex ?? -1 })
      continue
    }
    const following = matchesAfter(unit)
    let after: HostSegment | undefined
    for (const [order, { host, match, isNew }] of unit.entries()) {
      if (match !== undefined) after = page.edited[match.edited.end - 1]
      const next = following[order]
      if (!isNew || (after === undefined && next === undefined)) continue
      const before = next === undefined ? undefined : page.edited[next.edited.start]
      newSegments.push({ segment: host.index, after: after?.index, before: before?.index })
    }
    last = after ?? last
  }
  return { newUnits, newSegments }
}

interface Member {
  readonly host: HostSegment
  readonly match: EditedMatch | undefined
  readonly isNew: boolean
}

function unitsOf(page: PageComparison): readonly (readonly Member[])[] {
  const units: Member[][] = []
  for (const [position, host] of page.source.entries()) {
    const member = { host, match: matchOfSource(page, position), isNew: isNew(page, position) }
    const unit = units[units.length - 1]
    if (host.starts || unit === undefined) units.push([member])
    else unit.push(member)
  }
  return units
}

/** Whether one of the source's hosts was never on the page. */
function isNew(page: PageComparison, position: number): boolean {
  const from = page.carried.from[position]
  const host = from === undefined ? undefined : page.base[from]
  if (from === undefined || host === undefined) return true
  return page.isRecorded && host.gap === undefined && host.text !== '' && page.matchOfBase[from] === undefined
}

/** For each member the first match after it in the unit. */
function matchesAfter(unit: readonly Member[]): readonly (EditedMatch | undefined)[] {
  let next: EditedMatch | undefined
  return unit
    .map(({ match }) => match)
    .reverse()
    .map(match => {
      const after = next
      next = match ?? next
      return after
    })
    .reverse()
}
