import type { Pair } from './increasing-pairs.ts'
import type { WordProfile } from './word-profile.ts'
import { wordSimilarity } from './word-similarity.ts'

/** A word that more fragments hold than this tells too little of any one of them. */
const rare = 8

/** Fragments that are compared with one for the rare words they share with it. */
const candidates = 3

/**
 * Pairs fragments that are alike wherever they stand, each in one pair at most, the most alike first. Only fragments
 * that share a rare word are compared, so that time is linear in their number.
 *
 * @param threshold least similarity, from 0 to 1
 * @returns pairs of indices into `left` and `right`
 */
export function rareWordPairs(
  left: readonly WordProfile[],
  right: readonly WordProfile[],
  threshold: number,
): readonly Pair[] {
  const holders = holdersOf(left)
  const found = right.flatMap((profile, r) =>
    candidatesOf(profile, holders).flatMap(l => {
      const other = left[l]
      const similarity = other ? wordSimilarity(other, profile) : 0
      return similarity >= threshold ? [{ left: l, right: r, similarity }] : []
    }),
  )
  found.sort((a, b) => b.similarity - a.similarity || a.left - b.left || a.right - b.right)
  const isLeftTaken = new Set<number>()
  const isRightTaken = new Set<number>()
  return found.filter(pair => {
    if (isLeftTaken.has(pair.left) || isRightTaken.has(pair.right)) return false
    isLeftTaken.add(pair.left)
    isRightTaken.add(pair.right)
    return true
  })
}

/** Which profiles hold a word; lists stop growing once the word is not rare. */
function holdersOf(profiles: readonly WordProfile[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  for (const [n, { words }] of profiles.entries()) {
    for (const word of words.keys()) {
      const list = holders.get(word)
      if (!list) holders.set(word, [n])
      else if (list.length <= rare) list.push(n)
    }
  }
  return holders
}

/** The holders of most of a profile's rare words, by their characters. */
function candidatesOf(
  { words }: WordProfile,
  holders: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const votes = new Map<number, number>()
  for (const word of words.keys()) {
    const list = holders.get(word) ?? []
    if (list.length > rare) continue
    for (const n of list) votes.set(n, (votes.get(n) ?? 0) + word.length)
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1])
  return ranked.slice(0, candidates).map(([n]) => n)
}
