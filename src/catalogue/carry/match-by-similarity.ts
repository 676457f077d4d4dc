import { alignChanged, type Change } from './align-changed.ts'
import type { NewCandidate, OldCandidate } from './candidate.ts'
import { increasingPairs, type Pair } from './increasing-pairs.ts'
import type { MatchSet } from './match-set.ts'
import { rareWordPairs } from './rare-word-pairs.ts'
import { takeGroup } from './take-group.ts'
import { wordProfile } from './word-profile.ts'

/** Old times new segments between two neighbours that are all compared with one another. */
const windowLimit = 10_000

/** Least similarity of a sentence that stands in order but far from any that is kept. */
const inOrder = 0.5
/** Least similarity of a sentence that was edited and moved. */
const moved = 0.75
/** Least characters, in words, of a sentence that was edited and moved. */
const movedSize = 15

/**
 * Third step: segments that are new continue similar ones that are gone: first between the same kept neighbours, then
 * wherever they stand. Time grows with the page's length alone: windows of more than `windowLimit` comparisons are cut
 * at sentences that share rare words.
 *
 * @param nextInUnit gives the index of the segment after each one in its unit, parallel to the set's segments
 */
export function matchBySimilarity(set: MatchSet, nextInUnit: () => readonly (number | undefined)[]): void {
  const isComplete = set.matches.every(match => match !== undefined)
  const olds = isComplete ? [] : oldCandidates(set)
  if (olds.length === 0) return
  const news = newCandidates(set, nextInUnit())
  for (const [left, right] of windows(olds, news, keptPairs(set))) alignWindow(set, left, right)

  const left = olds.filter(({ old, profile }) => !set.isUsed(old) && profile.size >= movedSize)
  const right = news.filter(({ place, profile }) => !set.matches[place] && profile.size >= movedSize)
  for (const pair of pairsOf(left, right, moved)) takeChange(set, pair.change)
}

function newCandidates(set: MatchSet, next: readonly (number | undefined)[]): readonly NewCandidate[] {
  return [...set.groups].flatMap(([key, indices]) => {
    const place = indices[0] ?? 0
    if (set.matches[place]) return []
    const fragment = set.segments[place]?.fragment ?? ''
    const role = key.slice(0, key.indexOf('.'))
    return [{ indices, place, role, fragment, next: next[place], profile: wordProfile(fragment) }]
  })
}

function oldCandidates(set: MatchSet): readonly OldCandidate[] {
  return set.olds.flatMap(old => {
    if (old.place === undefined || set.isUsed(old)) return []
    return [{ old, place: old.place, profile: wordProfile(old.fragment) }]
  })
}

/** The kept segments that stand in the same order as before. */
function keptPairs(set: MatchSet): readonly Pair[] {
  const pairs = new Map<number, Pair>()
  for (const [right, match] of set.matches.entries()) {
    const left = match?.olds[0]?.place
    if (left !== undefined && !pairs.has(left)) pairs.set(left, { left, right })
  }
  return increasingPairs([...pairs.values()].sort((a, b) => a.left - b.left))
}

/** What stands on each side between one pair and the next, where something stands on both. */
function windows(
  olds: readonly OldCandidate[],
  news: readonly NewCandidate[],
  pairs: readonly Pair[],
): readonly (readonly [readonly OldCandidate[], readonly NewCandidate[]])[] {
  const found: [OldCandidate[], NewCandidate[]][] = []
  let o = 0
  let n = 0
  for (const { left, right } of [...pairs, { left: Infinity, right: Infinity }]) {
    const window: [OldCandidate[], NewCandidate[]] = [[], []]
    for (let old = olds[o]; old && old.place < left; old = olds[++o]) window[0].push(old)
    for (let own = news[n]; own && own.place < right; own = news[++n]) window[1].push(own)
    if (window[0].length > 0 && window[1].length > 0) found.push(window)
  }
  return found
}

function alignWindow(set: MatchSet, olds: readonly OldCandidate[], news: readonly NewCandidate[]): void {
  if (olds.length * news.length <= windowLimit) {
    for (const change of alignChanged(olds, news)) takeChange(set, change)
    return
  }
  const pairs = increasingPairs([...pairsOf(olds, news, inOrder)].sort((a, b) => a.left - b.left))
  for (const { change } of pairs) takeChange(set, change)
  for (const [left, right] of windows(
    olds.filter(({ old }) => !set.isUsed(old)),
    news.filter(({ place }) => !set.matches[place]),
    pairs,
  )) {
    if (left.length * right.length > windowLimit) continue
    for (const change of alignChanged(left, right)) takeChange(set, change)
  }
}

/** Pairs of places, with the change that each stands for. */
function pairsOf(
  olds: readonly OldCandidate[],
  news: readonly NewCandidate[],
  threshold: number,
): readonly (Pair & { readonly change: Change })[] {
  const pairs = rareWordPairs(
    olds.map(({ profile }) => profile),
    news.map(({ profile }) => profile),
    threshold,
  )
  return pairs.flatMap(({ left, right }) => {
    const old = olds[left]
    const own = news[right]
    return old && own ? [{ left: old.place, right: own.place, change: { olds: [old], news: [own] } }] : []
  })
}

function takeChange(set: MatchSet, { olds, news }: Change): void {
  const [old] = olds
  const [own, rest] = news
  if (!old || !own) return
  if (olds.length > 1) {
    for (const n of own.indices) set.take(n, { relation: 'merged', olds: olds.map(({ old: part }) => part) })
    return
  }
  takeGroup(set, own.indices, 'changed', old.old)
  if (rest) set.take(rest.place, { relation: 'rest', olds: [old.old] })
}
