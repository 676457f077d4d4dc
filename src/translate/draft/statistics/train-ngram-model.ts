import { createHashIndex } from './hash-index.ts'
import { type NgramTrie, SENTENCE_END, SENTENCE_START } from './ngram-model.ts'

interface Options {
  readonly order: number
  /** n-grams of this many words or more that were seen less often than this are left out; 1 keeps all. */
  readonly pruneBelow?: (length: number) => number
}

interface Counts {
  readonly parent: number[]
  readonly word: number[]
  readonly suffix: number[]
  readonly depth: number[]
  readonly raw: number[]
  readonly left: number[]
}

/**
 * Estimates an n-gram model by interpolated modified Kneser–Ney smoothing (Chen and Goodman 1998, "An Empirical Study
 * of Smoothing Techniques for Language Modeling"). Linear in the number of tokens.
 *
 * @param sentences word numbers without sentence marks; 0 and 1 are `<s>` and `</s>`
 */
export function trainNgramModel(sentences: Iterable<Int32Array>, options: Options): NgramTrie {
  const counts = countNgrams(sentences, options.order)
  const size = counts.parent.length
  const adjusted = adjustedCounts(counts, options.order)
  const discounts = estimateDiscounts(counts.depth, adjusted, options.order)
  // Per context: total of its followers' counts, and how much discounting sets free.
  const totals = new Float64Array(size)
  const freed = new Float64Array(size)
  for (let node = 1; node < size; node++) {
    if (node === START_NODE) continue
    const parent = counts.parent[node] as number
    const count = adjusted[node] as number
    totals[parent] = (totals[parent] as number) + count
    freed[parent] = (freed[parent] as number) + discountOf(discounts, counts.depth[node] as number, count)
  }
  let words = 0
  for (let node = START_NODE + 1; node < size; node++) if (counts.depth[node] === 1) words++
  const logProbability = new Float32Array(size)
  const backoff = new Float32Array(size)
  const probability = new Float64Array(size)
  const uniform = 1 / (words + 1)
  for (let node = 0; node < size; node++) {
    const total = totals[node] as number
    backoff[node] = total > 0 ? Math.log((freed[node] as number) / total) : 0
    if (node === 0 || node === START_NODE) continue
    const parent = counts.parent[node] as number
    const count = adjusted[node] as number
    const discounted = count - discountOf(discounts, counts.depth[node] as number, count)
    const lower = parent === 0 ? uniform : (probability[counts.suffix[node] as number] as number)
    const value =
      discounted / (totals[parent] as number) +
      ((freed[parent] as number) / (totals[parent] as number)) * lower
    probability[node] = value
    logProbability[node] = Math.log(value)
  }
  logProbability[START_NODE] = -99
  const trie: NgramTrie = {
    order: options.order,
    parent: Int32Array.from(counts.parent),
    word: Int32Array.from(counts.word),
    logProbability,
    backoff,
    unknown: (backoff[0] as number) + Math.log(uniform),
  }
  return options.pruneBelow === undefined ? trie : prune(trie, counts, options.pruneBelow)
}

/** `<s>` is the first word ever counted. */
const START_NODE = 1

function countNgrams(sentences: Iterable<Int32Array>, order: number): Counts {
  const index = createHashIndex(100_000)
  const counts: Counts = { parent: [-1], word: [-1], suffix: [0], depth: [0], raw: [0], left: [0] }
  const child = (parent: number, word: number, suffix: number): number => {
    const node = index.add(parent, word) + 1
    if (node === counts.parent.length) {
      counts.parent.push(parent)
      counts.word.push(word)
      counts.suffix.push(suffix)
      counts.depth.push((counts.depth[parent] as number) + 1)
      counts.raw.push(0)
      counts.left.push(0)
      // A new n-gram is one more word that its suffix was seen after.
      if (parent !== 0) counts.left[suffix] = (counts.left[suffix] as number) + 1
    }
    counts.raw[node] = (counts.raw[node] as number) + 1
    return node
  }
  child(0, SENTENCE_START, 0)
  for (const sentence of sentences) {
    // contexts[n] is the node of the last n words.
    let contexts = [0, START_NODE]
    const visit = (word: number): void => {
      const next = [0]
      for (let n = 0; n < contexts.length && n < order; n++) {
        next.push(child(contexts[n] as number, word, n === 0 ? 0 : (next[n] as number)))
      }
      contexts = next
    }
    for (const word of sentence) visit(word)
    visit(SENTENCE_END)
  }
  return counts
}

/** Raw counts for the longest n-grams and those after `<s>`, numbers of distinct words before for the others. */
function adjustedCounts(counts: Counts, order: number): Float64Array {
  const adjusted = new Float64Array(counts.parent.length)
  const rooted = new Uint8Array(counts.parent.length)
  rooted[START_NODE] = 1
  for (let node = 1; node < adjusted.length; node++) {
    const parent = counts.parent[node] as number
    if (parent !== 0) rooted[node] = rooted[parent] as number
    const full = counts.depth[node] === order || rooted[node] === 1
    adjusted[node] = full ? (counts.raw[node] as number) : Math.max(1, counts.left[node] as number)
  }
  return adjusted
}

/** Discounts of counts 1, 2 and 3 or more, by length (Chen and Goodman 1998, equation 26). */
function estimateDiscounts(
  depth: readonly number[],
  adjusted: Float64Array,
  order: number,
): readonly (readonly number[])[] {
  const tally = Array.from({ length: order + 1 }, () => [0, 0, 0, 0, 0])
  for (let node = 2; node < adjusted.length; node++) {
    const count = adjusted[node] as number
    const row = tally[depth[node] as number] as number[]
    if (count <= 4) row[count] = (row[count] as number) + 1
  }
  return tally.map(([, one = 0, two = 0, three = 0, four = 0]) => {
    // Too little text for the estimate: the usual values.
    if (one === 0 || two === 0 || three === 0 || four === 0) return [0, 0.5, 1, 1.4]
    const y = one / (one + 2 * two)
    const clamp = (value: number, most: number) => Math.min(most, Math.max(0.1, value))
    return [
      0,
      clamp(1 - (2 * y * two) / one, 0.95),
      clamp(2 - (3 * y * three) / two, 1.9),
      clamp(3 - (4 * y * four) / three, 2.8),
    ]
  })
}

function discountOf(discounts: readonly (readonly number[])[], depth: number, count: number): number {
  return discounts[depth]?.[Math.min(3, count)] ?? 0.5
}

/** Leaves rare long n-grams out and gives what they held back to the shorter ones. */
function prune(trie: NgramTrie, counts: Counts, pruneBelow: (length: number) => number): NgramTrie {
  const size = trie.parent.length
  const keep = new Uint8Array(size)
  for (let node = size - 1; node >= 0; node--) {
    const depth = counts.depth[node] as number
    if (depth <= 1 || (counts.raw[node] as number) >= pruneBelow(depth)) keep[node] = 1
    // A kept n-gram's beginning is its parent in the trie, and its end is what it falls back to: both stay.
    if (keep[node] === 1 && node > 0) {
      keep[counts.parent[node] as number] = 1
      keep[counts.suffix[node] as number] = 1
    }
  }
  const upper = new Float64Array(size)
  const lower = new Float64Array(size)
  for (let node = 1; node < size; node++) {
    if (keep[node] === 0 || node === START_NODE) continue
    const parent = counts.parent[node] as number
    upper[parent] = (upper[parent] as number) + Math.exp(trie.logProbability[node] as number)
    if (parent === 0) continue
    const suffix = counts.suffix[node] as number
    lower[parent] = (lower[parent] as number) + Math.exp(trie.logProbability[suffix] as number)
  }
  const renumbered = new Int32Array(size)
  const parent: number[] = []
  const word: number[] = []
  const logProbability: number[] = []
  const backoff: number[] = []
  for (let node = 0; node < size; node++) {
    if (keep[node] === 0) continue
    renumbered[node] = parent.length
    parent.push(node === 0 ? -1 : (renumbered[counts.parent[node] as number] as number))
    word.push(trie.word[node] as number)
    logProbability.push(trie.logProbability[node] as number)
    const left = Math.max(1e-4, 1 - (upper[node] as number))
    const right = Math.max(1e-4, 1 - (lower[node] as number))
    backoff.push(node === 0 ? (trie.backoff[0] as number) : Math.min(0, Math.log(left / right)))
  }
  return {
    order: trie.order,
    parent: Int32Array.from(parent),
    word: Int32Array.from(word),
    logProbability: Float32Array.from(logProbability),
    backoff: Float32Array.from(backoff),
    unknown: trie.unknown,
  }
}
