import type { Run } from './sequence.ts'

/** Windows nested deeper than this hold little that is unique, and are left to the comparison of texts. */
const maxDepth = 12
/** Windows of at most so many pairs are compared pair by pair. */
const maxPairs = 4096

interface Window {
  readonly left: Run
  readonly right: Run
  readonly depth: number
}

/**
 * Pairs of equal items of two sequences, ascending on both sides: common beginnings and ends, and what stands exactly
 * once on each side (the patience diff), again in the windows between; in small windows those that weigh most together.
 * Linear in the length of the sequences.
 *
 * @param left numbers that are equal where items are
 * @param weigh what it is worth to pair an item, by its index on the left
 */
export function anchorPairs(
  left: Int32Array,
  right: Int32Array,
  weigh: (index: number) => number,
): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = []
  const windows: Window[] = [
    { left: { start: 0, end: left.length }, right: { start: 0, end: right.length }, depth: 0 },
  ]
  for (let window = windows.pop(); window !== undefined; window = windows.pop()) {
    const inner = trim(left, right, window, pairs)
    const isSmall = lengthOf(inner.left) * lengthOf(inner.right) <= maxPairs
    const anchors = isSmall ? heaviestPairs(left, right, inner, weigh) : uniquePairs(left, right, inner)
    for (const pair of anchors) pairs.push(pair)
    if (!isSmall && anchors.length > 0 && inner.depth < maxDepth)
      windows.push(...windowsBetween(anchors, inner))
  }
  return pairs.sort((a, b) => a[0] - b[0])
}

/** Pairs the common beginning and the common end, and gives what lies between. */
function trim(left: Int32Array, right: Int32Array, window: Window, pairs: [number, number][]): Window {
  let { start: l, end: leftEnd } = window.left
  let { start: r, end: rightEnd } = window.right
  for (; l < leftEnd && r < rightEnd && left[l] === right[r]; l++, r++) pairs.push([l, r])
  for (; l < leftEnd && r < rightEnd && left[leftEnd - 1] === right[rightEnd - 1]; ) {
    leftEnd--
    rightEnd--
    pairs.push([leftEnd, rightEnd])
  }
  return { left: { start: l, end: leftEnd }, right: { start: r, end: rightEnd }, depth: window.depth }
}

function lengthOf({ start, end }: Run): number {
  return end - start
}

/** The common subsequence of the greatest weight. */
function heaviestPairs(
  left: Int32Array,
  right: Int32Array,
  window: Window,
  weigh: (index: number) => number,
): [number, number][] {
  const rows = lengthOf(window.left)
  const columns = lengthOf(window.right)
  const width = columns + 1
  /** What can be paired from (row, column) on. */
  const weights = new Float64Array((rows + 1) * width)
  const at = (row: number, column: number) => weights[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row--) {
    const l = window.left.start + row
    for (let column = columns - 1; column >= 0; column--) {
      const isEqual = left[l] === right[window.right.start + column]
      const paired = isEqual ? at(row + 1, column + 1) + weigh(l) : 0
      weights[row * width + column] = Math.max(paired, at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const l = window.left.start + row
    const r = window.right.start + column
    if (left[l] === right[r] && at(row, column) === at(row + 1, column + 1) + weigh(l)) {
      pairs.push([l, r])
      row++
      column++
    } else if (at(row, column) === at(row + 1, column)) row++
    else column++
  }
  return pairs
}

/** What stands once on each side of the window: the longest ascending chain of it. */
function uniquePairs(left: Int32Array, right: Int32Array, window: Window): [number, number][] {
  const onLeft = positionsOfUnique(left, window.left)
  const onRight = positionsOfUnique(right, window.right)
  const pairs: [number, number][] = []
  for (const [id, l] of onLeft) {
    const r = onRight.get(id)
    if (l !== -1 && r !== undefined && r !== -1) pairs.push([l, r])
  }
  return longestAscent(pairs.sort((a, b) => a[0] - b[0]))
}

/** The position of every item of a run; -1 for those that stand there more than once. */
function positionsOfUnique(ids: Int32Array, run: Run): Map<number, number> {
  const positions = new Map<number, number>()
  for (let at = run.start; at < run.end; at++) {
    const id = ids[at] ?? 0
    positions.set(id, positions.has(id) ? -1 : at)
  }
  return positions
}

/** The longest chain whose right sides ascend, by patience sorting. */
function longestAscent(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = []
  const before: number[] = []
  for (const [index, [, right]] of pairs.entries()) {
    let low = 0
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < right) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = index
  }
  const chain: [number, number][] = []
  for (let at = ends[ends.length - 1] ?? -1; at !== -1; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair !== undefined) chain.push(pair)
  }
  return chain.reverse()
}

function windowsBetween(anchors: readonly [number, number][], outer: Window): Window[] {
  const windows: Window[] = []
  let l = outer.left.start
  let r = outer.right.start
  for (const [left, right] of [...anchors, [outer.left.end, outer.right.end] as const]) {
    if (left > l && right > r) {
      windows.push({ left: { start: l, end: left }, right: { start: r, end: right }, depth: outer.depth + 1 })
    }
    l = left + 1
    r = right + 1
  }
  return windows
}
