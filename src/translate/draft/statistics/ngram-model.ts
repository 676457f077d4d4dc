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

/** The child of a node by a word; −1 when there is none. */
export type FindChild = (node: number, word: number) => number

/**
 * @param trie its node 0 is the empty context
 * @param find looks children up; without it the trie is indexed first
 */
export function createNgramModel(trie: NgramTrie, find: FindChild = indexChildren(trie)): NgramModel {
  const { order, parent, word: words, logProbability, backoff, unknown } = trie
  const size = parent.length
  const depth = new Uint8Array(size)
  for (let node = 1; node < size; node++) depth[node] = (depth[parent[node] as number] as number) + 1
  // The longest suffix of each n-gram that is in the trie, once it was asked for.
  const suffixes = new Int32Array(size).fill(-1)
  const suffixOf = (node: number): number => {
    const known = suffixes[node] as number
    if (known >= 0) return known
    const from = parent[node] as number
    let suffix = 0
    if (from > 0) {
      let context = suffixOf(from)
      suffix = find(context, words[node] as number)
      while (suffix < 0 && context !== 0) {
        context = suffixOf(context)
        suffix = find(context, words[node] as number)
      }
    }
    suffixes[node] = Math.max(0, suffix)
    return suffixes[node] as number
  }
  let score = 0
  return {
    order,
    start: Math.max(0, find(0, SENTENCE_START)),
    get score() {
      return score
    },
    advance(state, word) {
      let context = state
      let sum = 0
      for (;;) {
        const node = find(context, word)
        if (node > 0) {
          score = sum + (logProbability[node] as number)
          return (depth[node] as number) >= order ? suffixOf(node) : node
        }
        if (context === 0) {
          score = sum + unknown
          return 0
        }
        sum += backoff[context] as number
        context = suffixOf(context)
      }
    },
  }
}

function indexChildren({ parent, word }: NgramTrie): FindChild {
  const index = createHashIndex(parent.length)
  for (let node = 1; node < parent.length; node++) index.add(parent[node] as number, word[node] as number)
  return (node, child) => {
    const id = index.find(node, child)
    return id < 0 ? -1 : id + 1
  }
}
