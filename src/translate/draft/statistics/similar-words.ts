import type { Vocabulary } from './vocabulary.ts'

/** Finds known words that an unknown one is probably a form of: `synchronisées` for `synchronisée`. */
export type SimilarWords = (word: string) => number

const STEM = 5

/**
 * @param vocabularies where words are known; asked in order
 * @param isUsable whether a known word has a translation of its own
 * @returns the number of the known word that shares most of its beginning; −1 when none is near enough
 */
export function createSimilarWords(
  vocabulary: Vocabulary,
  isUsable: (word: number) => boolean,
): SimilarWords {
  let stems: Map<string, number[]> | undefined
  const indexed = (): Map<string, number[]> => {
    const index = new Map<string, number[]>()
    for (let id = 0; id < vocabulary.size; id++) {
      const folded = fold(vocabulary.word(id))
      if (folded.length < STEM - 1 || !/^[\p{L}-]+$/u.test(folded)) continue
      const stem = folded.slice(0, STEM)
      const entries = index.get(stem)
      if (entries === undefined) index.set(stem, [id])
      else entries.push(id)
    }
    return index
  }
  return word => {
    const folded = fold(word)
    if (folded.length < STEM || !/^[\p{L}-]+$/u.test(folded)) return -1
    stems ??= indexed()
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (const id of stems.get(folded.slice(0, STEM)) ?? []) {
      const other = fold(vocabulary.word(id))
      const shared = sharedStart(folded, other)
      const loose = folded.length - shared + (other.length - shared)
      if (shared < Math.max(STEM - 1, folded.length - 4) || loose > 6 || loose >= least || !isUsable(id))
        continue
      best = id
      least = loose
    }
    return best
  }
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function sharedStart(a: string, b: string): number {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return i
}
