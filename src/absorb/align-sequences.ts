import { alignWindow } from './align-window.ts'
import { anchorPairs } from './anchor-pairs.ts'
import { createSequence } from './create-sequence.ts'
import { pairByPlace } from './pair-by-place.ts'
import type { Item, Match, Sequence } from './sequence.ts'

/**
 * Matches the texts of two versions of a page: first what is equal, then what was moved, then, in the windows between,
 * what is similar, and last what stands at the same place. No item is in two matches. Matches come in the order of
 * their left sides; but for those that were moved, their right sides ascend as well.
 *
 * Time is linear in the number of items but for windows without equal items, whose comparison is bounded by a band.
 */
export function alignSequences(left: readonly Item[], right: readonly Item[]): readonly Match[] {
  const numbers = new Map<string, number>()
  const a = createSequence(left, numbers)
  const b = createSequence(right, numbers)
  const anchors = anchorPairs(a.ids, b.ids).map(([l, r]) => pair(l, r, 'equal'))
  const moved = findMoved(a, b, anchors)
  const similar = withinWindows(a, b, anchors, moved, alignWindow)
  const ascending = [...anchors, ...similar].sort(byLeft)
  const placed = withinWindows(a, b, ascending, moved, pairByPlace)
  return [...ascending, ...moved, ...placed].sort(byLeft)
}

function pair(l: number, r: number, by: Match['by']): Match {
  return { left: { start: l, end: l + 1 }, right: { start: r, end: r + 1 }, by }
}

function byLeft(a: Match, b: Match): number {
  return a.left.start - b.left.start
}

/**
 * Items that stand exactly once among the unmatched of both sides, equal, with the equal ones around them: their order
 * kept them out of the anchors.
 */
function findMoved(left: Sequence, right: Sequence, anchors: readonly Match[]): Match[] {
  const isLeftTaken = taken(anchors.map(match => match.left.start))
  const isRightTaken = taken(anchors.map(match => match.right.start))
  const onLeft = uniqueOf(left.ids, isLeftTaken)
  const onRight = uniqueOf(right.ids, isRightTaken)
  const moved: Match[] = []
  const take = (l: number, r: number): boolean => {
    if (l < 0 || r < 0 || l >= left.ids.length || r >= right.ids.length) return false
    if (left.ids[l] !== right.ids[r] || isLeftTaken.has(l) || isRightTaken.has(r)) return false
    isLeftTaken.add(l)
    isRightTaken.add(r)
    moved.push(pair(l, r, 'moved'))
    return true
  }
  for (const [id, l] of onLeft) {
    const r = onRight.get(id)
    if (l === -1 || r === undefined || r === -1 || !take(l, r)) continue
    for (let by = 1; take(l + by, r + by); ) by++
    for (let by = 1; take(l - by, r - by); ) by++
  }
  return moved
}

function taken(indices: readonly number[]): Set<number> {
  return new Set(indices)
}

/** The position of every untaken item; -1 for those that stand there more than once. */
function uniqueOf(ids: Int32Array, isTaken: ReadonlySet<number>): Map<number, number> {
  const positions = new Map<number, number>()
  for (const [index, id] of ids.entries()) {
    if (!isTaken.has(index)) positions.set(id, positions.has(id) ? -1 : index)
  }
  return positions
}

/** Looks for matches among what is unmatched between one ascending match and the next. */
function withinWindows(
  left: Sequence,
  right: Sequence,
  ascending: readonly Match[],
  moved: readonly Match[],
  align: typeof alignWindow,
): Match[] {
  const isLeftMoved = taken(moved.map(match => match.left.start))
  const isRightMoved = taken(moved.map(match => match.right.start))
  const found: Match[] = []
  let l = 0
  let r = 0
  const end = pair(left.items.length, right.items.length, 'equal')
  for (const match of [...ascending, end]) {
    const ls = indicesBetween(l, match.left.start, isLeftMoved)
    const rs = indicesBetween(r, match.right.start, isRightMoved)
    for (const inner of align(left, right, ls, rs)) found.push(inner)
    l = match.left.end
    r = match.right.end
  }
  return found
}

function indicesBetween(start: number, end: number, isMoved: ReadonlySet<number>): number[] {
  const indices: number[] = []
  for (let index = start; index < end; index++) if (!isMoved.has(index)) indices.push(index)
  return indices
}
