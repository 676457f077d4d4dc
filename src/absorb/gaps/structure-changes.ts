import type { EditedMatch } from '../comparison/match-edited.ts'
import { matchOfSource } from '../comparison/match-of-source.ts'
import type { PageComparison } from '../comparison/page-comparison.ts'
import type { GapFinding } from './compare-gaps.ts'

/** What a person did to a page's structure. */
export interface StructureChanges {
  /** Verbatim text that is neither what was written nor what the source has now. */
  readonly verbatim: number
  /** Segments that stand in another order than they were written in, and than the source's. */
  readonly moved: number
  /** Segments whose role is another: a paragraph made a heading. */
  readonly turned: number
}

/** Counts what a person did to the structure of a page. Added and removed text shows in the verbatim text around it. */
export function structureChanges(page: PageComparison, findings: readonly GapFinding[]): StructureChanges {
  const inPage = [...page.matches].sort((a, b) => a.edited.start - b.edited.start)
  const sourceOrder = orderIn(page.source.map((_, position) => matchOfSource(page, position)))
  const isInSourceOrder = countDescents(inPage.flatMap(match => sourceOrder.get(match) ?? [])) === 0
  const moved = isInSourceOrder ? 0 : countDescents(inPage.map(match => match.base[0] ?? 0))
  const turned = page.matches.filter(({ base: [first = -1], edited }) => {
    const role = page.edited[edited.start]?.unit.role
    const now = page.source[page.carried.to[first] ?? -1]?.unit.role
    return role !== page.base[first]?.role && role !== now
  })
  const verbatim = findings.filter(({ change }) => change === 'edited' || change === 'both')
  return { verbatim: verbatim.length, moved, turned: turned.length }
}

function orderIn(matches: readonly (EditedMatch | undefined)[]): ReadonlyMap<EditedMatch, number> {
  const order = new Map<EditedMatch, number>()
  for (const [position, match] of matches.entries()) {
    if (match !== undefined && !order.has(match)) order.set(match, position)
  }
  return order
}

function countDescents(numbers: readonly number[]): number {
  return numbers.filter((number, index) => number < (numbers[index - 1] ?? 0)).length
}
