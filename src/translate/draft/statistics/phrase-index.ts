import type { AlignedPair } from './aligned-pair.ts'
import { extractPhrase, type PairLinks, pairLinks } from './extract-phrase.ts'
import { createHashIndex } from './hash-index.ts'
import type { PhraseSource, RunPhrases } from './phrase-source.ts'

/** A word-aligned text from which phrases of any length are taken when they are asked for. */
export interface PhraseIndex extends PhraseSource {
  /** Adds a pair and returns its number. */
  add(pair: AlignedPair): number
  /** Takes a pair out again. */
  remove(pair: number): void
}

/** Occurrences looked at for one run; of more, an even sample. */
const SAMPLE = 240
const MAX_CANDIDATES = 40

/**
 * Phrases found at need instead of listed beforehand (Callison-Burch, Bannard and Schroeder 2005, "Scaling
 * Phrase-Based Statistical Machine Translation to Larger Corpora and Longer Phrases"; Lopez 2008 for sampling): start-up
 * is linear, phrases may be as long as sentences, and a changed segment changes its own pair alone. Occurrences are
 * found by narrowing the first word's postings, so that no suffix array has to be kept sorted.
 */
export function createPhraseIndex(): PhraseIndex {
  const pairs: AlignedPair[] = []
  const links: (PairLinks | undefined)[] = []
  /** Per word, where it stands: pair number and position in one number. */
  const sources = new Map<number, number[]>()
  const targets = new Map<number, number[]>()
  /** Runs asked for so far as a trie; node 0 is the empty run. */
  let trie = createHashIndex(1000)
  let nodes: RunNode[] = [{ length: 0, places: [], phrases: undefined }]
  const targetCounts = new Map<string, number>()
  const removed = new Set<number>()

  const linksOf = (pair: number): PairLinks => {
    links[pair] ??= pairLinks(pairs[pair] as AlignedPair)
    return links[pair] as PairLinks
  }
  const forget = (): void => {
    if (nodes.length === 1) return
    trie = createHashIndex(1000)
    nodes = nodes.slice(0, 1)
    targetCounts.clear()
  }
  const weightOf = (places: readonly number[]): number => {
    let sum = 0
    for (const place of places) sum += pairs[Math.floor(place / POSITIONS)]?.weight ?? 0
    return sum
  }
  const targetCount = (words: Int32Array): number => {
    const key = keyOf(words, 0, words.length)
    const known = targetCounts.get(key)
    if (known !== undefined) return known
    let places: readonly number[] = targets.get(words[0] as number) ?? []
    for (let n = 1; n < words.length; n++) {
      places = narrow(places, pair => pairs[pair]?.target, n, words[n] as number)
    }
    const count = weightOf(places)
    targetCounts.set(key, count)
    return count
  }
  const lookUp = (places: readonly number[], length: number): RunPhrases => {
    const sample = evenly(places, SAMPLE)
    const found = new Map<
      string,
      { words: Int32Array; slots: Int32Array; links: number[][]; weight: number }
    >()
    for (const place of sample) {
      const number = Math.floor(place / POSITIONS)
      const from = place % POSITIONS
      const pair = pairs[number] as AlignedPair
      const own = linksOf(number)
      const targetRuns = extractPhrase(pair, own, from, from + length, length * 2 + 6)
      for (const run of targetRuns) {
        const words = pair.target.subarray(run.from, run.to)
        const slots = own.slotSource.subarray(run.from, run.to).map(slot => (slot < 0 ? -1 : slot - from))
        const key = `${keyOf(words, 0, words.length)}:${slots.join(',')}`
        const entry = found.get(key) ?? {
          words,
          slots,
          links: pair.alignment.slice(run.from, run.to).map(sourceWords => sourceWords.map(i => i - from)),
          weight: 0,
        }
        entry.weight += pair.weight / targetRuns.length
        found.set(key, entry)
      }
    }
    const seen = weightOf(sample)
    const scale = seen === 0 ? 1 : weightOf(places) / seen
    const best = [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, MAX_CANDIDATES)
    return {
      count: seen * scale,
      candidates: best.map(entry => ({
        words: entry.words,
        slots: entry.slots,
        links: entry.links,
        forward: entry.weight / seen,
        backward: Math.min(
          1,
          (entry.weight * scale) / Math.max(entry.weight * scale, targetCount(entry.words)),
        ),
        count: entry.weight * scale,
      })),
    }
  }

  return {
    add(pair) {
      const number = pairs.length
      pairs.push(pair)
      post(sources, pair.source, number)
      post(targets, pair.target, number)
      forget()
      return number
    },
    remove(pair) {
      if (removed.has(pair)) return
      removed.add(pair)
      const entry = pairs[pair]
      if (entry === undefined) return
      for (const word of new Set(entry.source)) unpost(sources, word, pair)
      for (const word of new Set(entry.target)) unpost(targets, word, pair)
      forget()
    },
    next(cursor, word) {
      const id = trie.add(cursor, word) + 1
      if (id === nodes.length) {
        const { length, places } = nodes[cursor] as RunNode
        const narrowed =
          cursor === 0 ? (sources.get(word) ?? []) : narrow(places, pair => pairs[pair]?.source, length, word)
        nodes.push({ length: length + 1, places: narrowed, phrases: undefined })
      }
      return (nodes[id] as RunNode).places.length === 0 ? -1 : id
    },
    phrases(cursor) {
      const node = nodes[cursor] as RunNode
      node.phrases ??= lookUp(node.places, node.length)
      return node.phrases
    },
  }
}

interface RunNode {
  readonly length: number
  readonly places: readonly number[]
  phrases: RunPhrases | undefined
}

/** Sentences are cut to fewer words than this before they come here. */
const POSITIONS = 4096

function post(postings: Map<number, number[]>, words: Int32Array, pair: number): void {
  words.forEach((word, position) => {
    const places = postings.get(word)
    if (places === undefined) postings.set(word, [pair * POSITIONS + position])
    else places.push(pair * POSITIONS + position)
  })
}

function unpost(postings: Map<number, number[]>, word: number, pair: number): void {
  const places = postings.get(word) ?? []
  postings.set(
    word,
    places.filter(place => Math.floor(place / POSITIONS) !== pair),
  )
}

function narrow(
  places: readonly number[],
  wordsOf: (pair: number) => Int32Array | undefined,
  offset: number,
  word: number,
): readonly number[] {
  return places.filter(
    place => wordsOf(Math.floor(place / POSITIONS))?.[(place % POSITIONS) + offset] === word,
  )
}

function evenly(places: readonly number[], most: number): readonly number[] {
  if (places.length <= most) return places
  const step = places.length / most
  return Array.from({ length: most }, (_, i) => places[Math.floor(i * step)] as number)
}

function keyOf(words: Int32Array, from: number, to: number): string {
  let key = ''
  for (let i = from; i < to; i++) key += `${words[i]?.toString(36)} `
  return key
}
