import type { AlignItem, Bead } from './align-item.ts'
import { anchorSimilarity } from './anchor-similarity.ts'

/**
 * Bead shapes with their prior probability, after table 5 of Gale and Church (1993); insertions and deletions are
 * more frequent in pages that were localised than in the parliament's proceedings they counted.
 */
const SHAPES = [
  { source: 1, target: 1, cost: -Math.log(0.87) },
  { source: 1, target: 0, cost: -Math.log(0.03) },
  { source: 0, target: 1, cost: -Math.log(0.03) },
  { source: 2, target: 1, cost: -Math.log(0.03) },
  { source: 1, target: 2, cost: -Math.log(0.03) },
  { source: 2, target: 2, cost: -Math.log(0.01) },
] as const

/** English characters for one of French, and the variance of the difference a character. */
const RATIO = 0.9
const VARIANCE = 6.8
const TYPE_COST = 4
const ANCHOR_GAIN = 8
/** Similarity at which anchors speak neither for nor against a match. */
const NEUTRAL = 0.25
/** Cells that the search may fill; longer sequences are searched in a band around the diagonal. */
const MAX_CELLS = 4_000_000

interface Options {
  /** Beads of two items on a side: right for sentences, seldom for blocks. */
  readonly merges: boolean
}

/**
 * Aligns two sequences by dynamic programming over lengths (Gale and Church 1993, "A Program for Aligning
 * Sentences in Bilingual Corpora"), with the cost of a match lowered by shared anchors (Simard, Foster and Isabelle
 * 1992, "Using cognates to align sentences").
 *
 * @returns beads in order; every item of both sides is in exactly one
 */
export function alignSequences(
  source: readonly AlignItem[],
  target: readonly AlignItem[],
  options: Options,
): readonly Bead[] {
  const rows = source.length + 1
  const columns = target.length + 1
  const band = Math.max(Math.abs(rows - columns) + 8, Math.floor(MAX_CELLS / rows))
  const width = Math.min(columns, 2 * band + 1)
  const cost = new Float64Array(rows * width).fill(Number.POSITIVE_INFINITY)
  const shape = new Int8Array(rows * width).fill(-1)
  const first = (row: number) =>
    Math.max(0, Math.min(columns - width, Math.round((row * columns) / rows) - band))
  const at = (row: number, column: number) => {
    const offset = column - first(row)
    return offset < 0 || offset >= width ? -1 : row * width + offset
  }
  cost[0] = 0
  const shapes = SHAPES.map((entry, index) => ({ ...entry, index })).filter(
    entry => options.merges || entry.source + entry.target < 3,
  )
  const reach = (row: number, column: number, here: number): void => {
    for (const { source: down, target: right, cost: prior, index } of shapes) {
      if (row + down >= rows || column + right >= columns) continue
      const next = at(row + down, column + right)
      if (next < 0) continue
      const left = source.slice(row, row + down)
      const other = target.slice(column, column + right)
      const sum = here + prior + fitCost(left, other, options.merges)
      if (sum >= (cost[next] as number)) continue
      cost[next] = sum
      shape[next] = index
    }
  }
  for (let row = 0; row < rows; row++) {
    const from = first(row)
    for (let column = from; column < from + width; column++) {
      const here = cost[at(row, column)] ?? Number.POSITIVE_INFINITY
      if (here !== Number.POSITIVE_INFINITY) reach(row, column, here)
    }
  }
  return backtrack(source, target, (row, column) => shape[at(row, column)] ?? -1)
}

function backtrack(
  source: readonly AlignItem[],
  target: readonly AlignItem[],
  shapeAt: (row: number, column: number) => number,
): readonly Bead[] {
  const beads: Bead[] = []
  let row = source.length
  let column = target.length
  while (row > 0 || column > 0) {
    const entry = SHAPES[shapeAt(row, column)]
    // Outside the band nothing is known: what is left stays unaligned.
    const down = entry?.source ?? (row > 0 ? 1 : 0)
    const right = entry?.target ?? (row > 0 ? 0 : 1)
    row -= down
    column -= right
    const left = source.slice(row, row + down)
    const other = target.slice(column, column + right)
    beads.push({
      source: left.map((_, i) => row + i),
      target: other.map((_, i) => column + i),
      similarity: down === 0 || right === 0 ? 0 : matchSimilarity(left, other),
    })
  }
  return beads.reverse()
}

/** Cost of putting two groups together, on top of the prior of the bead's shape. */
function fitCost(source: readonly AlignItem[], target: readonly AlignItem[], merges: boolean): number {
  // A deletion has no fit to speak of; a block's deletion costs as much as a match that fits badly.
  if (source.length === 0 || target.length === 0) return merges ? 0 : 0.5
  const types = source.every(item => item.type === source[0]?.type && item.type === target[0]?.type)
    ? 0
    : TYPE_COST
  const similarity = anchorSimilarity(source, target)
  const anchors = similarity === undefined ? 0 : ANCHOR_GAIN * (NEUTRAL - similarity)
  return lengthCost(total(source), total(target)) + types + anchors
}

function total(items: readonly AlignItem[]): number {
  let sum = 0
  for (const item of items) sum += item.length
  return sum
}

/** −log of the two-sided tail of the normal distribution (Gale and Church 1993, section 3.1), at most 12. */
function lengthCost(source: number, target: number): number {
  const mean = (source + target / RATIO) / 2
  if (mean === 0) return 0
  const delta = Math.abs(source * RATIO - target) / Math.sqrt(mean * VARIANCE)
  return Math.min(12, -Math.log(Math.max(1e-6, 2 * (1 - normalTail(delta)))))
}

/** Distribution function of the normal distribution, by formula 26.2.17 of Abramowitz and Stegun. */
function normalTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const density = 0.3989423 * Math.exp((-z * z) / 2)
  return (
    1 -
    density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  )
}

/** Anchors and lengths in one figure from 0 to 1. */
function matchSimilarity(source: readonly AlignItem[], target: readonly AlignItem[]): number {
  const fit = Math.exp(-lengthCost(total(source), total(target)) / 3)
  const anchors = anchorSimilarity(source, target)
  return anchors === undefined ? 0.5 * fit : Math.min(1, 0.3 * fit + 0.7 * Math.min(1, anchors * 1.6))
}
