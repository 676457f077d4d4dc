import type { Code } from '../../../model.ts'
import type { PairMark } from '../tokens/draft-token.ts'
import type { TargetPiece } from './target-piece.ts'

/** A paired code and the run of target pieces that it surrounds: half-open. */
export interface PlacedPair {
  readonly open: Code
  readonly close: Code
  readonly from: number
  readonly to: number
}

interface SourcePair {
  readonly open: Code
  readonly close: Code
  readonly from: number
  readonly to: number
  readonly depth: number
}

/**
 * Carries paired codes to the translation: each surrounds the pieces whose source words it surrounded. Runs nest as
 * they did in the source and never cross: a run that would is cut down to the free part with most of its words. A pair
 * whose words were all lost takes the pieces at its relative place.
 *
 * @param sourceLength tokens of the source
 */
export function placeCodes(
  marks: readonly PairMark[],
  sourceLength: number,
  pieces: readonly TargetPiece[],
): readonly PlacedPair[] {
  const placed: (PlacedPair & { readonly depth: number })[] = []
  for (const pair of sourcePairs(marks)) {
    const parent = placed.filter(other => other.depth < pair.depth && surrounds(marks, other, pair)).at(-1)
    const low = parent?.from ?? 0
    const high = parent?.to ?? pieces.length
    const siblings = placed.filter(
      other => other.depth === pair.depth && other.from >= low && other.to <= high,
    )
    const run = freeRun(pair, pieces, low, high, siblings, sourceLength)
    placed.push({ open: pair.open, close: pair.close, ...run, depth: pair.depth })
  }
  return placed
}

/** Pairs from the outside in, in source order. */
function sourcePairs(marks: readonly PairMark[]): readonly SourcePair[] {
  const pairs: SourcePair[] = []
  const open: PairMark[] = []
  for (const mark of marks) {
    if (mark.code.form === 'open') {
      open.push(mark)
      continue
    }
    const start = open.pop()
    if (start === undefined) continue
    pairs.push({ open: start.code, close: mark.code, from: start.at, to: mark.at, depth: open.length })
  }
  return pairs.sort((a, b) => a.depth - b.depth || a.from - b.from)
}

function surrounds(marks: readonly PairMark[], outer: PlacedPair, inner: SourcePair): boolean {
  const index = (code: Code) => marks.findIndex(mark => mark.code === code)
  return index(outer.open) < index(inner.open) && index(inner.close) < index(outer.close)
}

function freeRun(
  pair: SourcePair,
  pieces: readonly TargetPiece[],
  low: number,
  high: number,
  siblings: readonly PlacedPair[],
  sourceLength: number,
): { from: number; to: number } {
  // How much each free piece belongs to the pair: the share of its source words that the pair surrounds.
  const free = (i: number) => i >= low && i < high && siblings.every(other => i < other.from || i >= other.to)
  const inside = pieces.map((piece, i) => {
    if (!free(i) || piece.sources.length === 0) return 0
    const hits = piece.sources.filter(source => source >= pair.from && source < pair.to).length
    return hits / piece.sources.length
  })
  const run = bestRun(inside, pieces, free)
  if (run !== undefined) return run
  const wanted = Math.round((pair.from / Math.max(1, sourceLength)) * pieces.length)
  let nearest = -1
  for (let i = low; i < high; i++) {
    if (free(i) && (nearest < 0 || Math.abs(i - wanted) < Math.abs(nearest - wanted))) nearest = i
  }
  // Nothing is free: an empty pair, which the caller's check of structure finds.
  return nearest < 0 ? { from: low, to: low } : { from: nearest, to: nearest + 1 }
}

/** The run with the largest gain (Bentley's maximum subarray): pieces inside count for it, others against it. */
function bestRun(
  inside: readonly number[],
  pieces: readonly TargetPiece[],
  free: (index: number) => boolean,
): { from: number; to: number } | undefined {
  let best: { from: number; to: number } | undefined
  let most = 0
  let sum = 0
  let from = 0
  for (let i = 0; i < inside.length; i++) {
    if (!free(i)) {
      sum = 0
      from = i + 1
      continue
    }
    const share = inside[i] as number
    // A piece that is aligned with nothing goes with its phrase, but weighs little.
    if (pieces[i]?.isGuess === true) sum += 0.4 * (share - 0.5)
    else sum += share >= 0.5 ? share : -0.8
    if (sum > most + 1e-9) {
      most = sum
      best = { from, to: i + 1 }
    }
    if (sum <= 0) {
      sum = 0
      from = i + 1
    }
  }
  return best
}
