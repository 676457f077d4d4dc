import type { Item, Sequence } from './sequence.ts'
import { type Trigrams, trigrams } from './trigrams.ts'

/**
 * Makes items ready for comparing. What a comparison needs is computed when it is first asked for: most items of a
 * page are found equal without it.
 *
 * @param numbers the number of every item seen so far: shared by the sequences that are compared
 */
export function createSequence(items: readonly Item[], numbers: Map<string, number>): Sequence {
  const ids = Int32Array.from(items, ({ kind, text }) => {
    const identity = `${kind}\n${text}`
    const id = numbers.get(identity) ?? numbers.size
    numbers.set(identity, id)
    return id
  })
  const known: Trigrams[] = []
  const knownJoined: Trigrams[] = []
  const features = (index: number): Trigrams => {
    known[index] ??= trigrams(items[index]?.text ?? '')
    return known[index]
  }
  const joinedFeatures = (first: number): Trigrams => {
    knownJoined[first] ??= concatenate(features(first), features(first + 1))
    return knownJoined[first]
  }
  return { items, ids, features, joinedFeatures }
}

function concatenate(a: Trigrams, b: Trigrams): Trigrams {
  const all = new Int32Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all.sort()
}
