import { alignWindow } from './align-window.ts'
import { anchorPairs } from './anchor-pairs.ts'
import { createSequence } from './create-sequence.ts'
import { findMoved } from './find-moved.ts'
import { indicesBetween } from './indices-between.ts'
import { indicesIn } from './indices-in.ts'
import { type JoinedRun, joinRuns } from './join-runs.ts'
import { pairByPlace } from './pair-by-place.ts'
import type { Item, Match, Run, Sequence } from './sequence.ts'

/**
 * Matches the texts of two versions of a page: first what is equal, then what was moved, then, in the windows between,
 * what is similar, and last what stands at the same place. No item is in two matches. Matches come in the order of
 * their left sides; but for those that were moved, their right sides ascend as well.
 *
 * Time is linear in the number of items but for windows without equal items, whose comparison is bounded by a band.
 */
export function alignSequences(left: readonly Item[], right: readonly Item[]): readonly Match[] {
  const leftRuns = joinRuns(left, right)
  const rightRuns = joinRuns(right, left)
  const numbers = new Map<string, number>()
  const a = createSequence(
    leftRuns.map(run => itemOf(left, run)),
    numbers,
  )
  const b = createSequence(
    rightRuns.map(run => itemOf(right, run)),
    numbers,
  )
  const anchors = anchorPairs(a.ids, b.ids, index => a.items[index]?.text.length ?? 0).map(
    ([l, r]): Match => ({ left: { start: l, end: l + 1 }, right: { start: r, end: r + 1 }, by: 'equal' }),
  )
  const moved = findMoved(a, b, anchors)
  const similar = withinWindows(a, b, anchors, moved, alignWindow)
  const ascending = [...anchors, ...similar].sort(byLeft)
  const placed = withinWindows(a, b, ascending, moved, pairByPlace)
  return [...ascending, ...moved, ...placed].sort(byLeft).map(match => ({
    left: wholeRun(leftRuns, match.left),
    right: wholeRun(rightRuns, match.right),
    by: match.by,
  }))
}

function itemOf(items: readonly Item[], { start, text }: JoinedRun): Item {
  return { kind: '', starts: true, ...items[start], text }
}

function wholeRun(runs: readonly JoinedRun[], { start, end }: Run): Run {
  return { start: runs[start]?.start ?? 0, end: runs[end - 1]?.end ?? 0 }
}

/** Pairs unmatched items, given by ascending indices on both sides; the matches ascend as well. */
type WindowPairing = (
  left: Sequence,
  right: Sequence,
  ls: readonly number[],
  rs: readonly number[],
) => readonly Match[]

function byLeft(a: Match, b: Match): number {
  return a.left.start - b.left.start
}

function withinWindows(
  left: Sequence,
  right: Sequence,
  ascending: readonly Match[],
  moved: readonly Match[],
  pair: WindowPairing,
): readonly Match[] {
  const isLeftMoved = indicesIn(moved.map(match => match.left))
  const isRightMoved = indicesIn(moved.map(match => match.right))
  const found: Match[] = []
  let l = 0
  let r = 0
  const close = (leftEnd: number, rightEnd: number) => {
    const ls = indicesBetween(l, leftEnd, isLeftMoved)
    const rs = indicesBetween(r, rightEnd, isRightMoved)
    for (const match of pair(left, right, ls, rs)) found.push(match)
  }
  for (const match of ascending) {
    close(match.left.start, match.right.start)
    l = match.left.end
    r = match.right.end
  }
  close(left.items.length, right.items.length)
  return found
}
