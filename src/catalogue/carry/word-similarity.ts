import { distance } from 'fastest-levenshtein'
import type { WordProfile } from './word-profile.ts'

/** Longest text, in characters, that is compared by its characters as well. */
const shortText = 80

/**
 * How alike two fragments are, from 0 to 1: the share of words they have in common (Dice's coefficient, a word counting
 * by its length), whatever their order. For short texts the share of equal characters counts when it is greater, so
 * that a misspelt heading is found again.
 */
export function wordSimilarity(a: WordProfile, b: WordProfile): number {
  let common = 0
  for (const [word, count] of a.words) common += word.length * Math.min(count, b.words.get(word) ?? 0)
  const byWords = a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
  const length = Math.max(a.text.length, b.text.length)
  if (length > shortText || length === 0) return byWords
  return Math.max(byWords, 1 - distance(a.text, b.text) / length)
}
