import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

/**
 * A trie whose nodes are numbered level by level, children in the order of their words: a node's children are a range,
 * and a child is found by halving it. Nothing has to be indexed after reading. Node 0 is the root.
 */
export interface LevelTrie {
  readonly size: number
  readonly parent: Int32Array
  readonly word: Int32Array
  find(node: number, word: number): number
}

/**
 * Writes the shape of a trie: each node's number of children, the children's words as steps.
 *
 * @param parent each node's parent, −1 for the root, which is node 0
 * @param word each node's word
 * @returns the nodes in the order in which they are numbered when read
 */
export function packTrie(
  parent: ArrayLike<number>,
  word: ArrayLike<number>,
  amounts: ByteWriter,
  words: ByteWriter,
): readonly number[] {
  const children: number[][] = Array.from({ length: parent.length }, () => [])
  for (let node = 1; node < parent.length; node++) children[parent[node] as number]?.push(node)
  const order = [0]
  // What is added while the list is walked is walked too.
  for (const node of order) {
    const own = (children[node] ?? []).sort((a, b) => (word[a] as number) - (word[b] as number))
    amounts.varint(own.length)
    let before = -1
    for (const child of own) {
      words.varint((word[child] as number) - before)
      before = word[child] as number
      order.push(child)
    }
  }
  return order
}

/** @param size nodes, the root included */
export function readTrie(size: number, amounts: ByteReader, words: ByteReader): LevelTrie {
  const parent = new Int32Array(size).fill(-1)
  const word = new Int32Array(size).fill(-1)
  const first = new Int32Array(size + 1)
  const children = amounts.varints(size)
  const steps = words.varints(size - 1)
  let next = 1
  for (let node = 0; node < size; node++) {
    first[node] = next
    let before = -1
    for (let left = children[node] as number; left > 0; left--) {
      before += steps[next - 1] as number
      parent[next] = node
      word[next] = before
      next++
    }
  }
  first[size] = next
  if (next !== size) throw new RangeError('The trie is incomplete.')
  // Any word may follow the root: there a table is faster.
  const roots = new Int32Array(size === 1 ? 0 : (word[(first[1] as number) - 1] as number) + 1).fill(-1)
  for (let node = 1; node < (first[1] as number); node++) roots[word[node] as number] = node
  return {
    size,
    parent,
    word,
    find(node, wanted) {
      if (node === 0) return roots[wanted] ?? -1
      let low = first[node] as number
      let high = (first[node + 1] as number) - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        const found = word[middle] as number
        if (found === wanted) return middle
        if (found < wanted) low = middle + 1
        else high = middle - 1
      }
      return -1
    },
  }
}
