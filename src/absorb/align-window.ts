import type { Match, Sequence } from './sequence.ts'
import { sharedTrigrams } from './shared-trigrams.ts'

/** How far from its diagonal a window is compared, in items: the whole of a small one, and linear time for large ones. */
const halfBand = 48
/** By how much more when one side is longer. */
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
  const band = bandOf(ls.length, rs.length)
  return trace(left, right, ls, rs, band, fill(left, right, ls, rs, band))
}

/** The columns compared in a row: `width` of them from `first(row)` on. Every cell of a band can be reached. */
interface Band {
  readonly rows: number
  readonly columns: number
  readonly width: number
  readonly first: (row: number) => number
}

function bandOf(rows: number, columns: number): Band {
  const slope = columns / rows
  const half = Math.ceil(slope) + halfBand + Math.min(maxSlack, Math.abs(rows - columns))
  const width = Math.min(columns + 1, 2 * half + 1)
  const first = (row: number) => Math.max(0, Math.min(columns + 1 - width, Math.round(row * slope) - half))
  return { rows, columns, width, first }
}

/** The last step to every cell; cell (row, column) lies at `row * width + column - first(row)`. */
function fill(
  left: Sequence,
  right: Sequence,
  ls: readonly number[],
  rs: readonly number[],
  band: Band,
): Uint8Array {
  const { rows, columns, width, first } = band
  const steps = new Uint8Array((rows + 1) * width)
  const scores = new Float64Array(3 * width)
  const scoreAt = (row: number, column: number): number => {
    if (row < 0 || column < 0) return impossible
    const offset = column - first(row)
    return offset < 0 || offset >= width ? impossible : (scores[(row % 3) * width + offset] ?? impossible)
  }
  for (let row = 0; row <= rows; row++) {
    const from = first(row)
    const l = ls[row - 1] ?? 0
    const isAfterLeft = ls[row - 2] === l - 1
    for (let column = from; column < from + width && column <= columns; column++) {
      const r = rs[column - 1] ?? 0
      const isAfterRight = rs[column - 2] === r - 1
      let best = row === 0 && column === 0 ? 0 : impossible
      let last: number = step.none
      const offer = (before: number, by: number, gain: () => number) => {
        if (before === impossible) return
        const score = before + gain()
        if (score <= best) return
        best = score
        last = by
      }
      offer(scoreAt(row - 1, column - 1), step.pair, () => pairGain(left, right, l, r))
      if (isAfterLeft) offer(scoreAt(row - 2, column - 1), step.merge, () => joinGain(left, l - 1, right, r))
      if (isAfterRight) offer(scoreAt(row - 1, column - 2), step.split, () => joinGain(right, r - 1, left, l))
      offer(scoreAt(row - 1, column), step.skipLeft, () => 0)
      offer(column === from ? impossible : scoreAt(row, column - 1), step.skipRight, () => 0)
      scores[(row % 3) * width + column - from] = best
      steps[row * width + column - from] = last
    }
  }
  return steps
}

/** What pairing two items gains; negative infinity when they are unrelated. */
function pairGain(left: Sequence, right: Sequence, l: number, r: number): number {
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

function trace(
  left: Sequence,
  right: Sequence,
  ls: readonly number[],
  rs: readonly number[],
  band: Band,
  steps: Uint8Array,
): Match[] {
  const matches: Match[] = []
  for (let row = ls.length, column = rs.length; row > 0 || column > 0; ) {
    const last = steps[row * band.width + column - band.first(row)] ?? step.none
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
