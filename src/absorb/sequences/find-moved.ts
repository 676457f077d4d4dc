import { indicesIn } from './indices-in.ts'
import type { Match, Sequence } from './sequence.ts'

/**
 * Equal items that the order of the anchors left out: those that stand exactly once among the unmatched of both sides,
 * and the equal ones next to them.
 */
export function findMoved(left: Sequence, right: Sequence, anchors: readonly Match[]): readonly Match[] {
  const isLeftTaken = indicesIn(anchors.map(match => match.left))
  const isRightTaken = indicesIn(anchors.map(match => match.right))
  const onRight = uniqueOf(right.ids, isRightTaken)
  const moved: Match[] = []
  const take = (l: number, r: number): boolean => {
    if (l < 0 || r < 0 || l >= left.ids.length || r >= right.ids.length) return false
    if (left.ids[l] !== right.ids[r] || isLeftTaken.has(l) || isRightTaken.has(r)) return false
    isLeftTaken.add(l)
    isRightTaken.add(r)
    moved.push({ left: { start: l, end: l + 1 }, right: { start: r, end: r + 1 }, by: 'moved' })
    return true
  }
  for (const [id, l] of uniqueOf(left.ids, isLeftTaken)) {
    const r = onRight.get(id)
    if (r === undefined || !take(l, r)) continue
    for (let by = 1; take(l + by, r + by); ) by++
    for (let by = 1; take(l - by, r - by); ) by++
  }
  return moved
}

/** The position of every untaken item; -1 for those that stand there more than once. */
function uniqueOf(ids: Int32Array, isTaken: ReadonlySet<number>): Map<number, number> {
  const positions = new Map<number, number>()
  for (const [index, id] of ids.entries()) {
    if (!isTaken.has(index)) positions.set(id, positions.has(id) ? -1 : index)
  }
  return positions
}
