import { isSlotWord } from '../tokens/special-words.ts'
import type { AlignedPair } from './aligned-pair.ts'

/** A run of target words that says what a run of source words says: half-open. */
export interface TargetRun {
  readonly from: number
  readonly to: number
}

/** Unaligned target words that may be added at each end. */
const MAX_LOOSE = 2

/** What extraction looks up again and again for one pair. */
export interface PairLinks {
  /** First and last target word linked to each source word; −1 for none. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** The target position of each source slot, and the source position of each target slot; −1 for none. */
  readonly slotTarget: Int32Array
  readonly slotSource: Int32Array
}

export function pairLinks(pair: AlignedPair): PairLinks {
  const first = new Int32Array(pair.source.length).fill(-1)
  const last = new Int32Array(pair.source.length).fill(-1)
  pair.alignment.forEach((sources, target) => {
    for (const source of sources) {
      if (first[source] === -1) first[source] = target
      last[source] = target
    }
  })
  const slotTarget = new Int32Array(pair.source.length).fill(-1)
  const slotSource = new Int32Array(pair.target.length).fill(-1)
  for (const [source, target] of pair.links) {
    slotTarget[source] = target
    slotSource[target] = source
  }
  return { first, last, slotTarget, slotSource }
}

/**
 * The target runs consistent with a source run: no link leaves the rectangle (Och and Ney 2004, "The Alignment
 * Template Approach to Statistical Machine Translation"), every slot has its partner inside.
 *
 * @returns the minimal run first, then those with unaligned words added at the ends; empty when there is none
 */
export function extractPhrase(
  pair: AlignedPair,
  links: PairLinks,
  from: number,
  to: number,
  most: number,
): readonly TargetRun[] {
  const core = minimalRun(pair, links, from, to)
  if (core === undefined || core.to - core.from > most) return []
  const isLoose = (j: number): boolean => pair.alignment[j]?.length === 0 && links.slotSource[j] === -1
  const runs: TargetRun[] = []
  for (let left = 0; left <= MAX_LOOSE && (left === 0 || isLoose(core.from - left)); left++) {
    for (let right = 0; right <= MAX_LOOSE && (right === 0 || isLoose(core.to + right - 1)); right++) {
      const run = { from: core.from - left, to: core.to + right }
      if (run.to - run.from <= most && slotsInside(pair, links, from, to, run)) runs.push(run)
    }
  }
  return runs
}

/** The shortest target run that holds everything linked to a source run, unless it holds something else too. */
function minimalRun(pair: AlignedPair, links: PairLinks, from: number, to: number): TargetRun | undefined {
  let low = Number.POSITIVE_INFINITY
  let high = -1
  for (let i = from; i < to; i++) {
    const first = links.first[i] as number
    if (first < 0) continue
    low = Math.min(low, first)
    high = Math.max(high, links.last[i] as number)
  }
  for (let j = low; j <= high; j++) {
    for (const i of pair.alignment[j] ?? []) if (i < from || i >= to) return undefined
  }
  return high < 0 ? undefined : { from: low, to: high + 1 }
}

function slotsInside(pair: AlignedPair, links: PairLinks, from: number, to: number, run: TargetRun): boolean {
  for (let i = from; i < to; i++) {
    if (!isSlotWord(pair.source[i] as number)) continue
    const target = links.slotTarget[i] as number
    if (target < run.from || target >= run.to) return false
  }
  for (let j = run.from; j < run.to; j++) {
    if (!isSlotWord(pair.target[j] as number)) continue
    const source = links.slotSource[j] as number
    if (source < from || source >= to) return false
  }
  return true
}
