import { createHashIndex, type HashIndex } from './hash-index.ts'

/** Word translation probabilities, learned in one direction. */
export interface LexicalTable {
  /** p(target | source); −1 as source is the empty word. Never below a small floor. */
  probability(source: number, target: number): number
}

export interface SentencePair {
  readonly source: Int32Array
  readonly target: Int32Array
  /** Source and target positions known to be the same thing: slots. */
  readonly links: readonly (readonly [number, number])[]
  /** How often the pair counts. */
  readonly weight: number
}

export interface WordAligner extends LexicalTable {
  /** For each target position the source position that made it, −1 for none. */
  align(pair: SentencePair): Int32Array
  readonly table: WordTable
}

/** What an aligner has learned, parallel arrays: p(target | source) of word pairs; −1 as source is the empty word. */
export interface WordTable {
  readonly sources: Int32Array
  readonly targets: Int32Array
  readonly probabilities: Float32Array
}

const FLOOR = 1e-7
/** Probability of the empty word and sharpness of the diagonal (fast_align's p0 and λ). */
const EMPTY = 0.08
const TENSION = 4
/** Weight of the prior table, in observations of a source word. */
const PRIOR = 2

/**
 * IBM model 2 with the diagonal's distribution in closed form (Dyer, Chahuneau and Smith 2013, "A Simple, Fast, and
 * Effective Reparameterization of IBM Model 2"), by expectation maximisation with add-α smoothing, the cheap form of
 * their variational Bayes. Linear in the number of word pairs.
 *
 * @param pairs sentence pairs; slots' links are taken as given
 * @param rounds rounds of expectation maximisation; the first two ignore positions (IBM model 1)
 * @param prior a table to start from, whose opinion counts as a few observations of every word
 */
export function trainWordAligner(
  pairs: readonly SentencePair[],
  rounds: number,
  prior?: LexicalTable,
): WordAligner {
  const { index, places, sources, targets } = wordPairs(pairs)
  const size = sources.length
  const prob = new Float32Array(size)
  const priors = new Float32Array(size)
  for (let id = 0; id < size; id++) {
    const source = sources[id] as number
    const guess = prior === undefined || source < 0 ? 0 : prior.probability(source, targets[id] as number)
    priors[id] = guess > FLOOR * 10 ? PRIOR * guess : 0
    prob[id] = 1e-3 + guess
  }
  for (let round = 0; round < rounds; round++) {
    const counts = expect(pairs, places, prob, round < 2 ? 0 : TENSION)
    maximise(counts, priors, sources, prob)
  }
  const table = { sources: Int32Array.from(sources), targets: Int32Array.from(targets), probabilities: prob }
  return wordAlignerOf(table, prior, index)
}

/**
 * The aligner that a table is of.
 *
 * @param prior as it was learned with
 */
export function wordAlignerOf(table: WordTable, prior?: LexicalTable, known?: HashIndex): WordAligner {
  const index = known ?? indexOf(table)
  const probability = (source: number, target: number): number => {
    const id = index.find(source + 1, target)
    if (id >= 0) return Math.max(FLOOR, table.probabilities[id] as number)
    return prior === undefined ? FLOOR : Math.max(FLOOR, 0.5 * prior.probability(source, target))
  }
  return { probability, align: pair => bestLinks(pair, probability), table }
}

function indexOf({ sources, targets }: WordTable): HashIndex {
  const index = createHashIndex(sources.length)
  for (const [id, source] of sources.entries()) index.add(source + 1, targets[id] as number)
  return index
}

interface WordPairs {
  readonly index: HashIndex
  /** For each target word of each pair, the numbers of its pairs with the empty word and each source word. */
  readonly places: Int32Array
  readonly sources: readonly number[]
  readonly targets: readonly number[]
}

/** Numbers every pair of words that stand in one sentence pair. */
function wordPairs(pairs: readonly SentencePair[]): WordPairs {
  let cells = 0
  for (const pair of pairs) cells += (pair.source.length + 1) * pair.target.length
  const index = createHashIndex(Math.min(cells, 200_000))
  const places = new Int32Array(cells)
  const sources: number[] = []
  const targets: number[] = []
  let cell = 0
  for (const { source, target } of pairs) {
    for (const word of target) {
      for (let i = -1; i < source.length; i++) {
        const left = i < 0 ? -1 : (source[i] as number)
        const id = index.add(left + 1, word)
        if (id === sources.length) {
          sources.push(left)
          targets.push(word)
        }
        places[cell++] = id
      }
    }
  }
  return { index, places, sources, targets }
}

/** Add-α keeps rare words from collecting everything that nothing else explains. */
const ALPHA = 0.002
const REST = 0.05

/** Turns expected counts into probabilities. */
function maximise(
  counts: Float32Array,
  priors: Float32Array,
  sources: readonly number[],
  prob: Float32Array,
): void {
  let rows = 0
  for (const word of sources) rows = Math.max(rows, word + 2)
  const totals = new Float64Array(rows).fill(REST)
  for (let id = 0; id < counts.length; id++) {
    const row = (sources[id] as number) + 1
    counts[id] = (counts[id] as number) + (priors[id] as number) + ALPHA
    totals[row] = (totals[row] as number) + (counts[id] as number)
  }
  for (let id = 0; id < counts.length; id++) {
    prob[id] = (counts[id] as number) / (totals[(sources[id] as number) + 1] as number)
  }
}

function expect(
  pairs: readonly SentencePair[],
  places: Int32Array,
  prob: Float32Array,
  tension: number,
): Float32Array {
  const counts = new Float32Array(prob.length)
  let cell = 0
  for (const pair of pairs) {
    const { source, target, weight } = pair
    const n = source.length
    const linked = linkedSources(pair)
    const bias = new Float64Array(n + 1)
    for (let j = 0; j < target.length; j++) {
      const known = linked[j] as number
      if (known >= 0) {
        const id = places[cell + known + 1] as number
        counts[id] = (counts[id] as number) + weight
        cell += n + 1
        continue
      }
      let norm = 0
      for (let i = 0; i < n; i++) norm += bias[i + 1] = diagonal(i, n, j, target.length, tension)
      let total = 0
      for (let i = 0; i <= n; i++) {
        const prior = i === 0 ? EMPTY : ((1 - EMPTY) * (bias[i] as number)) / norm
        bias[i] = prior * (prob[places[cell + i] as number] as number)
        total += bias[i] as number
      }
      for (let i = 0; i <= n; i++) {
        const id = places[cell + i] as number
        counts[id] = (counts[id] as number) + (weight * (bias[i] as number)) / total
      }
      cell += n + 1
    }
  }
  return counts
}

function bestLinks(pair: SentencePair, probability: LexicalTable['probability']): Int32Array {
  const { source, target } = pair
  const links = linkedSources(pair)
  const n = source.length
  for (let j = 0; j < target.length; j++) {
    if ((links[j] as number) >= 0) continue
    const word = target[j] as number
    let norm = 0
    for (let i = 0; i < n; i++) norm += diagonal(i, n, j, target.length, TENSION)
    let best = EMPTY * probability(-1, word)
    let at = -1
    for (let i = 0; i < n; i++) {
      const score =
        (((1 - EMPTY) * diagonal(i, n, j, target.length, TENSION)) / norm) *
        probability(source[i] as number, word)
      if (score > best) {
        best = score
        at = i
      }
    }
    links[j] = at
  }
  return links
}

function linkedSources(pair: SentencePair): Int32Array {
  const linked = new Int32Array(pair.target.length).fill(-1)
  for (const [source, target] of pair.links) linked[target] = source
  return linked
}

function diagonal(i: number, n: number, j: number, m: number, tension: number): number {
  return tension === 0 ? 1 : Math.exp(-tension * Math.abs((i + 0.5) / n - (j + 0.5) / m))
}
