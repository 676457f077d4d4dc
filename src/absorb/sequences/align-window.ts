import type { Match, Sequence } from './sequence.ts'
import { sharedTrigrams } from './shared-trigrams.ts'

/**
 * How far from its diagonal a window is compared, in items: the whole of most, and in a large one, which only a page
 * that was translated anew has, enough to follow it. Time is linear so.
 */
const halfBand = 48
const halfBandOfLarge = 16
const large = 512
/** By how much more in the others when one side is longer. */
const maxSlack = 208

/** The share of trigrams that two unrelated sentences of a language have in common anyway. */
const chance = 0.15
/** What a change of kind (a paragraph made a heading) takes at least. */
const sameTextInAnotherKind = 0.6
/** What a merge or a split must win over a plain pair. */
const joinCost = 2
/** Equal items win over similar ones that share as much. */
const equalBonus = 2

const impossible = Number.NEGATIVE_INFINITY

/** A step's number is three times the items that it takes on the left plus those on the right. */
const step = { none: 0, skipRight: 1, skipLeft: 3, pair: 4, split: 5, merge: 7 } as const

/**
 * Matches the items of a window that has no more anchors by the text they share: the ascending set of matches (one to
 * one, two to one, one to two) with the largest number of shared trigrams beyond chance. Unrelated items stay
 * unmatched.
 *
 * @param ls indices of the window's items on the left, ascending; those on the right likewise
 */
export function alignWindow(
  left: Sequence,
  right: Sequence,
  ls: readonly number[],
  rs: readonly number[],
): Match[] {
  if (ls.length === 0 || rs.length === 0) return []
  const window: Window = { left, right, ls, rs, ...bandOf(ls.length, rs.length) }
  return trace(window, fill(window))
}

interface Window {
  readonly left: Sequence
  readonly right: Sequence
  readonly ls: readonly number[]
  readonly rs: readonly number[]
  /** The columns compared in a row: `width` of them from `first(row)` on. Every cell of a band can be reached. */
  readonly width: number
  readonly first: (row: number) => number
}

function bandOf(rows: number, columns: number): Pick<Window, 'width' | 'first'> {
  const slope = columns / rows
  const slack = Math.min(maxSlack, Math.abs(rows - columns))
  const half = Math.ceil(slope) + (rows > large ? halfBandOfLarge : halfBand + slack)
  const width = Math.min(columns + 1, 2 * half + 1)
  const first = (row: number) => Math.max(0, Math.min(columns + 1 - width, Math.round(row * slope) - half))
  return { width, first }
}

/** The cells of one row, from column `first` up to but without `end`. */
interface Row {
  readonly first: number
  readonly end: number
  /** The best score on the way to each cell. */
  readonly scores: Float64Array
  /** What pairing the row's item with the column's gains. */
  readonly gains: Float64Array
}

function rowOf(first: number, end: number): Row {
  const length = Math.max(0, end - first)
  return {
    first,
    end,
    scores: new Float64Array(length).fill(impossible),
    gains: new Float64Array(length).fill(impossible),
  }
}

function scoreAt({ first, end, scores }: Row, column: number): number {
  return column < first || column >= end ? impossible : (scores[column - first] ?? impossible)
}

function gainAt({ first, end, gains }: Row, column: number): number {
  return column < first || column >= end ? impossible : (gains[column - first] ?? impossible)
}

/** A row and those that a step may come from. */
interface Rows {
  readonly own: Row
  readonly above: Row
  readonly beforeAbove: Row
}

/** The last step to every cell; cell (row, column) lies at `row * width + column - first(row)`. */
function fill(window: Window): Uint8Array {
  const { ls, rs, width, first } = window
  const steps = new Uint8Array((ls.length + 1) * width)
  let above = rowOf(0, 0)
  let beforeAbove = above
  for (let row = 0; row <= ls.length; row++) {
    const from = first(row)
    const own = rowOf(from, Math.min(from + width, rs.length + 1))
    const rows = { own, above, beforeAbove }
    for (let column = from; column < own.end; column++) {
      steps[row * width + column - from] = fillCell(window, row, column, rows)
    }
    beforeAbove = above
    above = own
  }
  return steps
}

/** Enters the best score of a cell and gives the step that it is reached by. */
function fillCell(window: Window, row: number, column: number, rows: Rows): number {
  const { own, above } = rows
  const at = column - own.first
  if (row === 0 && column === 0) {
    own.scores[at] = 0
    return step.none
  }
  const gain = row > 0 && column > 0 ? pairGain(window, row, column) : impossible
  own.gains[at] = gain
  let best = scoreAt(above, column)
  let last: number = step.skipLeft
  const skipRight = scoreAt(own, column - 1)
  if (skipRight > best) [best, last] = [skipRight, step.skipRight]
  const pair = scoreAt(above, column - 1) + gain
  if (pair > best) [best, last] = [pair, step.pair]
  const merge = mergeScore(window, row, column, rows)
  if (merge > best) [best, last] = [merge, step.merge]
  const split = splitScore(window, row, column, rows)
  if (split > best) [best, last] = [split, step.split]
  own.scores[at] = best
  return last
}

/** Parts that share nothing with the whole, each for itself, share nothing together: those are not compared. */
function mergeScore({ left, right, ls, rs }: Window, row: number, column: number, rows: Rows): number {
  const [l = 0, r = 0] = [ls[row - 1], rs[column - 1]]
  const isPromising = Math.max(gainAt(rows.own, column), gainAt(rows.above, column)) > 0
  if (!isPromising || ls[row - 2] !== l - 1) return impossible
  return scoreAt(rows.beforeAbove, column - 1) + joinGain(left, l - 1, right, r)
}

function splitScore({ left, right, ls, rs }: Window, row: number, column: number, rows: Rows): number {
  const [l = 0, r = 0] = [ls[row - 1], rs[column - 1]]
  const isPromising = Math.max(gainAt(rows.own, column), gainAt(rows.own, column - 1)) > 0
  if (!isPromising || rs[column - 2] !== r - 1) return impossible
  return scoreAt(rows.above, column - 2) + joinGain(right, r - 1, left, l)
}

/** What pairing two items gains; negative infinity when they are unrelated. */
function pairGain({ left, right, ls, rs }: Window, row: number, column: number): number {
  const [l = 0, r = 0] = [ls[row - 1], rs[column - 1]]
  const a = left.features(l)
  if (left.ids[l] === right.ids[r]) return a.length + equalBonus
  const b = right.features(r)
  if (left.items[l]?.exact || right.items[r]?.exact) return impossible
  const size = a.length + b.length
  const sameKind = left.items[l]?.kind === right.items[r]?.kind
  const least = sameKind ? 2 * chance : sameTextInAnotherKind
  if (2 * Math.min(a.length, b.length) <= least * size) return impossible
  const shared = sharedTrigrams(a, b)
  if (2 * shared <= least * size) return impossible
  const gain = shared - chance * size
  return sameKind ? gain : gain / 2
}

/** What pairing two successive items of one block with a single item of the other side gains. */
function joinGain(many: Sequence, first: number, one: Sequence, index: number): number {
  const a = many.items[first]
  const b = many.items[first + 1]
  const kind = one.items[index]?.kind
  if (a === undefined || b === undefined || b.starts || a.kind !== kind || b.kind !== kind) return impossible
  if (a.exact || b.exact || one.items[index]?.exact) return impossible
  const whole = one.features(index)
  const parts = many.joinedFeatures(first)
  const gain = sharedTrigrams(parts, whole) - chance * (parts.length + whole.length) - joinCost
  return gain > 0 ? gain : impossible
}

function trace({ left, right, ls, rs, width, first }: Window, steps: Uint8Array): Match[] {
  const matches: Match[] = []
  for (let row = ls.length, column = rs.length; row > 0 || column > 0; ) {
    const last = steps[row * width + column - first(row)] ?? step.none
    const rows = Math.floor(last / 3)
    const columns = last % 3
    if (rows > 0 && columns > 0) {
      const l = ls[row - 1] ?? 0
      const r = rs[column - 1] ?? 0
      matches.push({
        left: { start: l + 1 - rows, end: l + 1 },
        right: { start: r + 1 - columns, end: r + 1 },
        by: rows === columns && left.ids[l] === right.ids[r] ? 'equal' : 'similar',
      })
    }
    row -= rows
    column -= columns
  }
  return matches.reverse()
}
