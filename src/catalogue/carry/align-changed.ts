import type { NewCandidate, OldCandidate } from './candidate.ts'
import { type WordProfile, wordProfile } from './word-profile.ts'
import { wordSimilarity } from './word-similarity.ts'

/** Consecutive old segments that became consecutive new ones: one and one, one and two, or two and one. */
export interface Change {
  readonly olds: readonly OldCandidate[]
  readonly news: readonly NewCandidate[]
}

/** Least similarity of an edited sentence, between the same neighbours, to what it was. */
const edited = 0.5
/** The same when its role changed too. */
const editedInOtherRole = 0.7
/** The same when nothing else changed between the neighbours. */
const editedAlone = 0.35
/** Least similarity of a sentence to the two that it was split into or merged of. */
const joined = 0.75
/** Least similarity of the better one of those two. */
const partOfJoined = 0.3
/** What the second of two sentences must add to the similarity of the first. */
const joinedGain = 0.1

/** The steps of the alignment: how many old and new segments each consumes. */
const steps = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, 2],
  [2, 1],
] as const

/**
 * Aligns what is new between two kept neighbours with what is gone there, in order, so that the sum of squared
 * similarities is greatest. Takes time in proportion to the product of both numbers.
 */
export function alignChanged(
  olds: readonly OldCandidate[],
  news: readonly NewCandidate[],
): readonly Change[] {
  const width = news.length + 1
  const table: Table = {
    width,
    best: new Float64Array((olds.length + 1) * width),
    chosen: new Uint8Array((olds.length + 1) * width),
    similarityOf: createSimilarity(olds, news),
  }
  // Backwards, so that the way from the beginning can be read off.
  for (let o = olds.length - 1; o >= 0; o -= 1)
    for (let n = news.length - 1; n >= 0; n -= 1) fill(table, o, n)
  const changes: Change[] = []
  for (let o = 0, n = 0; o < olds.length && n < news.length; ) {
    const [os, ns] = steps[table.chosen[o * width + n] ?? 0] ?? steps[0]
    if (os * ns > 0) changes.push({ olds: olds.slice(o, o + os), news: news.slice(n, n + ns) })
    o += os
    n += ns
  }
  return changes
}

interface Table {
  readonly width: number
  /** The greatest sum that can be had from a cell on, and the step from there that leads to it. */
  readonly best: Float64Array
  readonly chosen: Uint8Array
  readonly similarityOf: Similarity
}

function fill({ width, best, chosen, similarityOf }: Table, o: number, n: number): void {
  const at = o * width + n
  best[at] = -1
  for (const [step, [os, ns]] of steps.entries()) {
    const isSkip = os * ns === 0
    const similarity = isSkip ? 0 : similarityOf(o, n, os, ns)
    const value = similarity ** 2 + (best[at + os * width + ns] ?? 0)
    if ((!isSkip && similarity === 0) || value <= (best[at] ?? 0)) continue
    best[at] = value
    chosen[at] = step
  }
}

/** Similarity of `os` old segments from `o` on and `ns` new ones from `n` on; 0 when they can't be versions. */
type Similarity = (o: number, n: number, os: number, ns: number) => number

function createSimilarity(olds: readonly OldCandidate[], news: readonly NewCandidate[]): Similarity {
  const least = olds.length === 1 && news.length === 1 ? editedAlone : edited
  const oldPairs = olds.map((old, o) => joinOlds(old, olds[o + 1]))
  const newPairs = news.map((own, n) => joinNews(own, news[n + 1]))
  const singles = new Float64Array(olds.length * news.length)
  for (const [o, old] of olds.entries()) {
    for (const [n, own] of news.entries())
      singles[o * news.length + n] = wordSimilarity(old.profile, own.profile)
  }
  const single = (o: number, n: number) => singles[o * news.length + n] ?? 0
  const together = (a: WordProfile | undefined, b: WordProfile | undefined, alone: number) => {
    if (!a || !b || alone < partOfJoined) return 0
    const similarity = wordSimilarity(a, b)
    return similarity >= joined && similarity >= alone + joinedGain ? similarity : 0
  }
  return (o, n, os, ns) => {
    if (os === 2) return together(oldPairs[o], news[n]?.profile, Math.max(single(o, n), single(o + 1, n)))
    if (ns === 2) return together(olds[o]?.profile, newPairs[n], Math.max(single(o, n), single(o, n + 1)))
    const similarity = single(o, n)
    return similarity >= (olds[o]?.old.role === news[n]?.role ? least : editedInOtherRole) ? similarity : 0
  }
}

function joinOlds(first: OldCandidate, second: OldCandidate | undefined): WordProfile | undefined {
  if (second?.place !== first.place + 1 || second.old.role !== first.old.role) return undefined
  return wordProfile(`${first.old.fragment} ${second.old.fragment}`)
}

function joinNews(first: NewCandidate, second: NewCandidate | undefined): WordProfile | undefined {
  const isOnce = first.indices.length === 1 && second?.indices.length === 1
  if (!isOnce || second.place !== first.next) return undefined
  return wordProfile(`${first.fragment} ${second.fragment}`)
}
