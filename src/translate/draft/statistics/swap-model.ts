import type { AlignedPair } from './aligned-pair.ts'
import { pairLinks } from './extract-phrase.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * How two neighbouring runs of source words may change places: `adjacent`, A B → B A (`formule gratuite`), or `linked`,
 * A w B → B A, where the short word between is not said (`numéros de TVA`).
 */
export type SwapKind = 'adjacent' | 'linked'

export const SWAP_KINDS: readonly SwapKind[] = ['adjacent', 'linked']

/** Chances to swap and swaps seen, of a word at one side of the place where two runs meet. */
export interface SwapCount {
  readonly kind: SwapKind
  readonly side: 'left' | 'right'
  readonly word: number
  readonly chances: number
  readonly swaps: number
}

/** Learns and tells how likely two runs change places. */
export interface SwapModel {
  learn(pair: AlignedPair): void
  add(count: SwapCount): void
  counts(): readonly SwapCount[]
  /** Logarithm of the odds for a swap of runs that end with `left` and begin with `right`. */
  logOdds(kind: SwapKind, left: number, right: number): number
}

interface Tally {
  chances: number
  swaps: number
}

/** Observations that the opinion of the next wider class counts for: word, ending, all words. */
const BACK_OFF = 4
const ENDING = 3

/**
 * Lexicalised reordering (Koehn et al. 2005; Tillmann 2004, "A Unigram Orientation Model for Statistical Machine
 * Translation") for the one move that French and English need most. Odds of both words are multiplied as if
 * independent; a rare word's are those of words with its ending, which is where French shows its adjectives.
 */
export function createSwapModel(vocabulary: Vocabulary): SwapModel {
  const words = new Map<number, Tally>()
  const endings = new Map<string, Tally>()
  const all = new Map<SwapKind, Tally>()

  const add = ({ kind, side, word, chances, swaps }: SwapCount): void => {
    const place = placeOf(kind, side)
    count(words, word * PLACES + place, chances, swaps)
    count(endings, endingOf(vocabulary.word(word)) + place, chances, swaps)
    count(all, kind, chances / 2, swaps / 2)
  }
  const probability = (kind: SwapKind, side: 'left' | 'right', word: number): number => {
    const place = placeOf(kind, side)
    const widest = share(all.get(kind), 0.05)
    const wider = share(endings.get(endingOf(vocabulary.word(word)) + place), widest)
    return share(words.get(word * PLACES + place), wider)
  }
  const cache = new Map<string, number>()
  return {
    add,
    learn(pair) {
      cache.clear()
      for (const { kind, left, right, swapped } of observations(pair)) {
        const swaps = swapped ? pair.weight : 0
        add({ kind, side: 'left', word: left, chances: pair.weight, swaps })
        add({ kind, side: 'right', word: right, chances: pair.weight, swaps })
      }
    },
    counts: () =>
      [...words].map(([key, { chances, swaps }]) => {
        const place = key % PLACES
        const side = place % 2 === 0 ? 'left' : 'right'
        return {
          kind: SWAP_KINDS[place >> 1] ?? 'adjacent',
          side,
          word: Math.floor(key / PLACES),
          chances,
          swaps,
        }
      }),
    logOdds(kind, left, right) {
      const key = `${kind} ${left} ${right}`
      const known = cache.get(key)
      if (known !== undefined) return known
      const value =
        logit(probability(kind, 'left', left)) +
        logit(probability(kind, 'right', right)) -
        logit(share(all.get(kind), 0.05))
      cache.set(key, value)
      return value
    },
  }
}

/** Whether a word may stand between two runs that swap and be dropped. */
export function isLinkWord(word: string): boolean {
  return /^\p{L}{1,3}['’]?$/u.test(word)
}

/** Two kinds with two sides each. */
const PLACES = 4

function placeOf(kind: SwapKind, side: 'left' | 'right'): number {
  return SWAP_KINDS.indexOf(kind) * 2 + (side === 'left' ? 0 : 1)
}

function count<Key>(tallies: Map<Key, Tally>, key: Key, chances: number, swaps: number): void {
  const tally = tallies.get(key)
  if (tally === undefined) {
    tallies.set(key, { chances, swaps })
    return
  }
  tally.chances += chances
  tally.swaps += swaps
}

function share(tally: Tally | undefined, prior: number): number {
  return ((tally?.swaps ?? 0) + BACK_OFF * prior) / ((tally?.chances ?? 0) + BACK_OFF)
}

function logit(probability: number): number {
  const clamped = Math.min(0.999, Math.max(0.001, probability))
  return Math.log(clamped / (1 - clamped))
}

function endingOf(word: string): string {
  return word.slice(-ENDING)
}

interface Observation {
  readonly kind: SwapKind
  readonly left: number
  readonly right: number
  readonly swapped: boolean
}

function* observations(pair: AlignedPair): Generator<Observation> {
  const { first, last } = pairLinks(pair)
  for (let i = 0; i + 1 < pair.source.length; i++) {
    for (const [kind, j] of [
      ['adjacent', i + 1],
      ['linked', i + 2],
    ] as const) {
      if (j >= pair.source.length || (first[i] as number) < 0 || (first[j] as number) < 0) continue
      const follows = (last[i] as number) < (first[j] as number)
      const gap = (first[i] as number) - (last[j] as number)
      if (!follows && gap <= 0) continue
      // With a word between, only a swap that leaves no room for it counts as one that drops it.
      const swapped = !follows && gap <= (kind === 'linked' ? 1 : 2)
      yield { kind, left: pair.source[i] as number, right: pair.source[j] as number, swapped }
    }
  }
}
