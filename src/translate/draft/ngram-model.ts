import { createHashIndex } from './hash-index.ts'

/** A smoothed n-gram language model: states are suffixes of what was written, the state 0 is the empty one. */
export interface NgramModel {
  readonly order: number
  /** State after `<s>`. */
  readonly start: number
  /** State after writing `word` in `state`; the natural logarithm of its probability is left in `model.score`. */
  advance(state: number, word: number): number
  /** Score of the last `advance`. */
  readonly score: number
}

/** An n-gram trie as arrays, in order of creation: a node's parent and suffix come before it. */
export interface NgramTrie {
  readonly order: number
  readonly parent: Int32Array
  readonly word: Int32Array
  /** log p(word | parent's words). */
  readonly logProbability: Float32Array
  /** log of the weight with which the node, as a context, falls back to its suffix. */
  readonly backoff: Float32Array
  /** log probability of a word never seen. */
  readonly unknown: number
}

export const SENTENCE_START = 0
export const SENTENCE_END = 1

/** Node 0 is the empty context. */
export function createNgramModel(trie: NgramTrie): NgramModel {
  const size = trie.parent.length
  const index = createHashIndex(size)
  const suffix = new Int32Array(size)
  const depth = new Uint8Array(size)
  // The index numbers pairs from 0 in order of addition, nodes from 1: node 0 is the root.
  for (let node = 1; node < size; node++) {
    const parent = trie.parent[node] as number
    const word = trie.word[node] as number
    index.add(parent, word)
    depth[node] = (depth[parent] as number) + 1
    suffix[node] = parent === 0 ? 0 : longestSuffix(parent, word)
  }
  function longestSuffix(parent: number, word: number): number {
    let context = suffix[parent] as number
    for (;;) {
      const found = index.find(context, word) + 1
      if (found > 0) return found
      if (context === 0) return 0
      context = suffix[context] as number
    }
  }
  const { order, logProbability, backoff, unknown } = trie
  let score = 0
  return {
    order,
    start: index.find(0, SENTENCE_START) + 1,
    get score() {
      return score
    },
    advance(state, word) {
      let context = state
      let sum = 0
      for (;;) {
        const node = index.find(context, word) + 1
        if (node > 0) {
          score = sum + (logProbability[node] as number)
          return (depth[node] as number) >= order ? (suffix[node] as number) : node
        }
        if (context === 0) {
          score = sum + unknown
          return 0
        }
        sum += backoff[context] as number
        context = suffix[context] as number
      }
    },
  }
}
