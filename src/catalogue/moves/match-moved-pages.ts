import { baseKey } from '../base-key.ts'
import { isSegmentKey } from '../is-segment-key.ts'
import type { MoveMatches, PageMove } from './move-matches.ts'

/** Share of text that a page which moved has in common with what it was, 0 to 1. */
const leastShare = 0.5

/** The fragments of a page under their segment keys. */
type Texts = ReadonlyMap<string, string>

interface Profile {
  /** Characters of each distinct segment, by its key. */
  readonly weights: ReadonlyMap<string, number>
  readonly total: number
}

interface Candidate extends PageMove {
  /** Dice's coefficient: text that the two share, counted on both sides, of all the text that they have. */
  readonly share: number
  /** Folders and names that the two paths have in common, from the left and from the right. */
  readonly steps: number
}

/**
 * Finds where the pages of a catalogue are now, by their text: no page is given two catalogue pages, nor the other way
 * round. The pair that has most in common comes first; of pairs that have the same in common, the one whose paths do.
 * Where that does not decide either, neither is moved.
 *
 * A page whose text is still that of its own catalogue page stays, and a catalogue page is taken from under a page only
 * for text that is at least twice as like.
 *
 * @param catalogues source resources that may belong elsewhere, by page path
 * @param pages present pages that may belong to one of them, by page path
 */
export function matchMovedPages(
  catalogues: ReadonlyMap<string, Texts>,
  pages: ReadonlyMap<string, Texts>,
): MoveMatches {
  const candidates = listCandidates(profilesOf(catalogues), profilesOf(pages)).toSorted(compareRank)
  const taken = { from: new Set<string>(), to: new Set<string>() }
  const moves: PageMove[] = []
  const unclear = new Map<string, string[]>()
  for (let start = 0, end = 0; start < candidates.length; start = end) {
    const first = candidates[start] as Candidate
    while (candidates[end]?.share === first.share && candidates[end]?.steps === first.steps) end++
    const open = candidates
      .slice(start, end)
      .filter(({ from, to }) => !taken.from.has(from) && !taken.to.has(to))
    const [froms, tos] = [countBy(open, 'from'), countBy(open, 'to')]
    for (const { from, to } of open) {
      taken.from.add(from)
      taken.to.add(to)
      const isClear = froms.get(from) === 1 && tos.get(to) === 1
      if (isClear) moves.push({ from, to })
      else unclear.set(from, [...(unclear.get(from) ?? []), to])
    }
  }
  return {
    moves: moves.filter(({ from, to }) => from !== to).toSorted((a, b) => compareText(a.from, b.from)),
    unclear: [...unclear].map(([from, to]) => ({ from, to })),
  }
}

function profilesOf(pages: ReadonlyMap<string, Texts>): ReadonlyMap<string, Profile> {
  return new Map([...pages].map(([page, texts]) => [page, profileOf(texts)]))
}

function profileOf(texts: Texts): Profile {
  const weights = new Map<string, number>()
  for (const [key, fragment] of texts) if (isSegmentKey(key)) weights.set(baseKey(key), fragment.length)
  return { weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) }
}

function listCandidates(
  catalogues: ReadonlyMap<string, Profile>,
  pages: ReadonlyMap<string, Profile>,
): readonly Candidate[] {
  const byKey = new Map<string, string[]>()
  for (const [page, { weights }] of catalogues) {
    for (const key of weights.keys()) {
      const list = byKey.get(key)
      if (list === undefined) byKey.set(key, [page])
      else list.push(page)
    }
  }
  return [...pages].flatMap(([to, profile]) => {
    const shared = new Map<string, number>()
    for (const [key, weight] of profile.weights)
      for (const from of byKey.get(key) ?? []) shared.set(from, (shared.get(from) ?? 0) + weight)
    const shareOf = (from: string) =>
      (2 * (shared.get(from) ?? 0)) / (profile.total + (catalogues.get(from)?.total ?? 0))
    const own = shared.has(to) ? shareOf(to) : 0
    if (own >= leastShare) return [{ from: to, to, share: Number.POSITIVE_INFINITY, steps: 0 }]
    return [...shared.keys()]
      .map(from => ({ from, to, share: shareOf(from), steps: commonSteps(from, to) }))
      .filter(({ share }) => share >= leastShare && share >= 2 * own)
  })
}

function commonSteps(from: string, to: string): number {
  const [left, right] = [from.split('/'), to.split('/')]
  const isEqual = (index: number) => left.at(index) !== undefined && left.at(index) === right.at(index)
  let leading = 0
  while (isEqual(leading)) leading++
  let trailing = 0
  while (isEqual(-1 - trailing)) trailing++
  return leading + trailing
}

function compareRank(a: Candidate, b: Candidate): number {
  if (a.share !== b.share) return b.share - a.share
  return b.steps - a.steps || compareText(a.from, b.from) || compareText(a.to, b.to)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function countBy(candidates: readonly Candidate[], side: 'from' | 'to'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { [side]: page } of candidates) counts.set(page, (counts.get(page) ?? 0) + 1)
  return counts
}
