import { distance } from 'fastest-levenshtein'
import type { Origin, State } from '../model.ts'

/** A translation that is known, with the source it is of, as plain text. */
interface KnownPair {
  readonly text: string
  readonly fragment: string
  readonly target: string
  readonly state: State
  readonly origin?: Origin
}

interface SimilarPair {
  readonly pair: KnownPair
  /** 0 to 100: 100 for an equal text. */
  readonly score: number
}

/** Finds translations of sentences that are like a given one. */
export interface SimilarFinder {
  /** What a page knows, in place of what it knew. */
  set(page: string, pairs: readonly KnownPair[]): void
  /** The best ones first, each target once. */
  find(text: string, limit: number): readonly SimilarPair[]
}

interface Entry {
  readonly pair: KnownPair
  readonly folded: string
  isGone: boolean
}

/** Below this two sentences have little more in common than their language. */
const lowest = 55

/** Sentences that are compared letter by letter, of those that share most words with the one asked for. */
const compared = 40

/** Words of more sentences than this say nothing about any of them. */
const commonWord = 2_000

/** Characters that are compared: the time this takes grows with their square. */
const longest = 1_000

const rank: Readonly<Record<State, number>> = { initial: 0, translated: 1, reviewed: 2, final: 3 }

export function createSimilarFinder(): SimilarFinder {
  const byPage = new Map<string, readonly Entry[]>()
  const byWord = new Map<string, Entry[]>()

  function candidates(words: readonly string[]): readonly Entry[] {
    const weights = new Map<Entry, number>()
    for (const word of words) {
      const entries = byWord.get(word) ?? []
      if (entries.length > commonWord) continue
      for (const entry of entries) {
        if (!entry.isGone) weights.set(entry, (weights.get(entry) ?? 0) + 1 / (1 + Math.log(entries.length)))
      }
    }
    return [...weights]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, compared)
      .map(([entry]) => entry)
  }

  return {
    set(page, pairs) {
      for (const entry of byPage.get(page) ?? []) entry.isGone = true
      const entries = pairs.map(pair => ({ pair, folded: fold(pair.text), isGone: false }))
      byPage.set(page, entries)
      for (const entry of entries) {
        for (const word of wordsOf(entry.folded)) {
          const known = byWord.get(word)
          if (known === undefined) byWord.set(word, [entry])
          else {
            // What is gone leaves when its word comes up again.
            if (known[0]?.isGone) byWord.set(word, [...known.filter(({ isGone }) => !isGone), entry])
            else known.push(entry)
          }
        }
      }
    },

    find(text, limit) {
      const folded = fold(text)
      const found = candidates(wordsOf(folded))
        .map(({ pair, folded: other }) => ({ pair, score: scoreOf(text, folded, pair.text, other) }))
        .filter(({ score }) => score >= lowest)
        .toSorted((a, b) => b.score - a.score || rank[b.pair.state] - rank[a.pair.state])
      const targets = new Set<string>()
      return found.filter(({ pair }) => !targets.has(pair.target) && targets.add(pair.target)).slice(0, limit)
    },
  }
}

function scoreOf(text: string, folded: string, other: string, otherFolded: string): number {
  if (text === other) return 100
  const length = Math.max(folded.length, otherFolded.length)
  if (length > longest) return folded === otherFolded ? 99 : 0
  return Math.min(99, Math.round(100 * (1 - distance(folded, otherFolded) / Math.max(length, 1))))
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim()
}

function wordsOf(folded: string): readonly string[] {
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])]
}
