import type { Skeleton } from '../../model.ts'
import type { Absence } from '../base/absence.ts'
import { absenceOf } from '../base/absence-of.ts'
import { isNew } from '../comparison/is-new.ts'
import type { EditedMatch } from '../comparison/match-edited.ts'
import { matchOfSource } from '../comparison/match-of-source.ts'
import type { PageComparison } from '../comparison/page-comparison.ts'
import type { GapFinding } from '../gaps/compare-gaps.ts'
import { emptiedSentences } from '../merge/emptied-sentences.ts'
import type { Run } from '../sequences/sequence.ts'
import { findNewText } from './find-new-text.ts'
import { gapEdits } from './gap-edits.ts'
import type { PageAlignment, Place } from './page-alignment.ts'

/** Joins the matches of base and edited page with those of base and source: what of the source stands where. */
export function findAlignment(
  page: PageComparison,
  findings: readonly GapFinding[],
  edited: Skeleton,
): PageAlignment {
  return {
    places: page.matches
      .flatMap(match => placesOf(page, match))
      .sort((a, b) => (a.segments[0] ?? 0) - (b.segments[0] ?? 0)),
    absent: findAbsent(page),
    gaps: gapEdits(page, findings, edited),
    ...findNewText(page, findings),
    obsolete: findObsolete(page),
  }
}

/** A text whose beginning has lost its source is left to a person. */
function placesOf(page: PageComparison, { base, edited, fragment }: EditedMatch): readonly Place[] {
  const [first, ...others] = page.edited.slice(edited.start, edited.end)
  const current = base.flatMap(position => {
    const to = page.carried.to[position]
    return to === undefined ? [] : (page.source[to] ?? [])
  })
  if (first === undefined || page.carried.to[base[0] ?? -1] === undefined) return []
  const on = [first, ...others] as const
  const inSource = current.flatMap(host => host.holes)
  const onPage = on.flatMap(host => host.holes)
  const holes = inSource.flatMap(({ index }, order): readonly Place[] => {
    const hole = inSource.length === onPage.length ? onPage[order] : undefined
    return hole === undefined ? [] : [{ segments: [index], on: [hole], fragment: hole.segment.fragment }]
  })
  return [{ segments: current.map(({ index }) => index), on, fragment }, ...holes]
}

function findAbsent(page: PageComparison): PageAlignment['absent'] {
  const absent = new Map<number, Gone>()
  // Of those a person's target is empty from now on.
  const emptied = new Set(emptiedSentences(page).map(({ host }) => host))
  for (const unit of unitsOf(page)) {
    const absences = unit.map(position => absenceAt(page, position, emptied))
    const isOnPage = unit.some(position => matchOfSource(page, position) !== undefined)
    // What became of a unit becomes of the sentences that are new in it, and of those that others say.
    const ofUnit = isOnPage ? undefined : absences.find(absence => absence !== undefined)
    for (const [order, position] of unit.entries()) {
      const absence = absences[order] ?? ofUnit
      const host = page.source[position]
      if (absence === undefined || host === undefined) continue
      for (const { index } of [host, ...host.holes]) absent.set(index, absence)
    }
  }
  return absent
}

type Gone = Exclude<Absence, 'awaited'>

/** Positions among the source's hosts, unit by unit. */
function unitsOf({ source }: PageComparison): readonly (readonly number[])[] {
  const units: number[][] = []
  for (const [position, { starts }] of source.entries()) {
    if (starts) units.push([])
    units.at(-1)?.push(position)
  }
  return units
}

/** Why one of the source's hosts is not on the page; undefined for one that is, is new, or is said by others. */
function absenceAt(page: PageComparison, position: number, emptied: ReadonlySet<number>): Gone | undefined {
  const from = page.carried.from[position] ?? -1
  const host = page.base[from]
  if (host === undefined || host.text === '' || emptied.has(from)) return undefined
  if (matchOfSource(page, position) !== undefined || isNew(page, position)) return undefined
  return absenceOf(host.segment.gap) === 'unfound' ? 'unfound' : 'removed'
}

function findObsolete(page: PageComparison): readonly Run[] {
  return page.matches.flatMap(match => {
    if (match.base.some(position => page.carried.to[position] !== undefined)) return []
    const first = page.edited[match.edited.start]
    const last = page.edited[match.edited.end - 1]
    return first === undefined || last === undefined ? [] : { start: first.index, end: last.index + 1 }
  })
}
