import { createHashIndex } from '../statistics/hash-index.ts'
import type { PhraseCandidate } from '../statistics/phrase-candidate.ts'
import type { PhraseSource, RunPhrases } from '../statistics/phrase-source.ts'
import type { SimilarWords } from '../statistics/similar-words.ts'
import type { LexicalTable } from '../statistics/word-aligner.ts'
import type { BoundToken } from '../tokens/bound-text.ts'
import { isSlotWord, UNKNOWN_WORD } from '../tokens/special-words.ts'
import type { MarkBalance } from './mark-balance.ts'
import { FEATURES, type Feature, type PhraseOption } from './translation-option.ts'

/** What options are made from. */
export interface OptionSources {
  readonly own?: PhraseSource
  readonly base?: PhraseSource
  readonly forward: LexicalTable
  readonly backward: LexicalTable
  readonly similar: SimilarWords
  /** The number of the target word that a word nobody knows probably is; −1 for none. */
  readonly cognate: (form: string) => number
  readonly isBalanced: MarkBalance
}

/** Looks up how runs of a text's words may be translated. */
export interface PhraseTable {
  /** Phrases of each run that starts at `from`, by length − 1; a word that no model knows has a guess, or itself. */
  at(text: readonly BoundToken[], words: Int32Array, from: number): readonly (readonly PhraseOption[])[]
  /** Whether any model can translate the word by itself. */
  isUsable(word: number): boolean
}

/** Longest run looked up, in words. */
const MAX_RUN = 24
/** What the base model's opinion on a phrase counts for, in occurrences. */
const BASE_WEIGHT = 2
/** Taken off the team's own counts where the base model knows nothing: one sighting is no certainty. */
const DISCOUNT = 0.4
const NOTHING: RunPhrases = { count: 0, candidates: [] }

interface Merged {
  readonly words: Int32Array
  readonly slots: Int32Array
  readonly links?: readonly (readonly number[])[]
  ownCount: number
  ownBackward: number
  baseForward: number
  baseBackward: number
  baseCount: number
}

/**
 * Joins the team's phrases and the base model's: a phrase's probabilities are a maximum a posteriori estimate with the
 * base model as prior. What was looked up once is kept.
 */
export function createPhraseTable(sources: OptionSources): PhraseTable {
  const { own, base } = sources
  const known = createHashIndex(1000)
  const tables: (readonly PhraseOption[])[] = []

  const lookUp = (ownCursor: number, baseCursor: number, run: Int32Array): readonly PhraseOption[] => {
    const id = known.add(ownCursor + 1, baseCursor + 1)
    if (id === tables.length) {
      const ownRun = ownCursor < 0 ? NOTHING : (own?.phrases(ownCursor) ?? NOTHING)
      const baseRun = baseCursor < 0 ? NOTHING : (base?.phrases(baseCursor) ?? NOTHING)
      tables.push(joinRuns(ownRun, baseRun, run, sources))
    }
    return tables[id] as readonly PhraseOption[]
  }
  const at = (words: Int32Array, from: number, most: number): (readonly PhraseOption[])[] => {
    const out: (readonly PhraseOption[])[] = []
    let ownCursor = own === undefined ? -1 : 0
    let baseCursor = base === undefined ? -1 : 0
    for (let end = from; end < Math.min(words.length, from + most); end++) {
      const word = words[end] as number
      if (ownCursor >= 0) ownCursor = own?.next(ownCursor, word) ?? -1
      if (baseCursor >= 0) baseCursor = base?.next(baseCursor, word) ?? -1
      if (ownCursor < 0 && baseCursor < 0) break
      out.push(lookUp(ownCursor, baseCursor, words.subarray(from, end + 1)))
    }
    return out
  }
  const isUsable = (word: number): boolean => (at(Int32Array.of(word), 0, 1)[0]?.length ?? 0) > 0
  /** What a word that no model knows may be: a word that English has too, another form of one that is known, itself. */
  const guesses = ({ form, surface }: BoundToken): readonly PhraseOption[] => {
    const cognate = sources.cognate(form)
    if (cognate >= 0) return [passThrough(cognate, 1)]
    const similar = sources.similar(form)
    const forms = similar < 0 ? [] : (at(Int32Array.of(similar), 0, 1)[0] ?? [])
    if (forms.length > 0) return forms.map(guessed)
    return [passThrough(UNKNOWN_WORD, /\p{L}/u.test(surface) ? 1 : 0)]
  }
  return {
    isUsable,
    at(text, words, from) {
      const out = at(words, from, MAX_RUN)
      const word = words[from] as number
      const single = out[0] ?? []
      if (isSlotWord(word)) {
        out[0] = single.some(option => option.words.length === 1) ? single : [...single, passThrough(word, 0)]
      } else if (single.length === 0) {
        out[0] = guesses(text[from] as BoundToken)
      }
      return out
    },
  }
}

function guessed(option: PhraseOption): PhraseOption {
  const features = option.features.slice()
  features[FEATURES.indexOf('unknown')] = 1
  return { ...option, unknown: true, features }
}

/** A slot, or the one word that stands for an unknown one: itself, as often as not. */
function passThrough(word: number, unknown: number): PhraseOption {
  return {
    words: Int32Array.of(word),
    slots: Int32Array.of(isSlotWord(word) ? 0 : -1),
    links: [[0]],
    unknown: unknown > 0,
    adapted: false,
    // A word left as it is costs as much as an improbable translation.
    features: vector({ words: 1, phrases: 1, unknown, forward: -4 * unknown }),
  }
}

function vector(values: Partial<Record<Feature, number>>): Float64Array {
  return Float64Array.from(FEATURES, name => values[name] ?? 0)
}

function joinRuns(
  own: RunPhrases,
  base: RunPhrases,
  run: Int32Array,
  sources: OptionSources,
): readonly PhraseOption[] {
  const merged = merge(own, base).filter(entry => sources.isBalanced(run, entry.words))
  const inBase = base.candidates.length > 0
  return merged.map(entry => {
    const ownOf = entry.ownBackward > 0 ? entry.ownCount / entry.ownBackward : 0
    const forward = inBase
      ? (entry.ownCount + BASE_WEIGHT * entry.baseForward) / (own.count + BASE_WEIGHT)
      : Math.max(0.01, entry.ownCount - DISCOUNT) / own.count
    const backward =
      entry.baseBackward > 0
        ? (entry.ownCount + BASE_WEIGHT * entry.baseBackward) / (ownOf + BASE_WEIGHT)
        : Math.max(0.01, entry.ownCount - DISCOUNT) / ownOf
    const lexical = lexicalScores(entry.words, run, sources)
    return {
      words: entry.words,
      slots: entry.slots,
      ...(entry.links === undefined ? {} : { links: entry.links }),
      unknown: false,
      adapted: entry.ownCount > 0,
      features: vector({
        forward: Math.log(forward + 1e-9),
        backward: Math.log(backward + 1e-9),
        ...lexical,
        words: entry.words.length,
        phrases: 1,
        adapted: entry.ownCount > 0 ? 1 : 0,
        rare: entry.ownCount + entry.baseCount < 1.5 ? 1 : 0,
      }),
    }
  })
}

function merge(own: RunPhrases, base: RunPhrases): readonly Merged[] {
  const merged = new Map<string, Merged>()
  for (const candidate of own.candidates) {
    merged.set(keyOf(candidate), {
      words: candidate.words,
      slots: candidate.slots,
      ...(candidate.links === undefined ? {} : { links: candidate.links }),
      ownCount: candidate.count,
      ownBackward: candidate.backward,
      baseForward: 0,
      baseBackward: 0,
      baseCount: 0,
    })
  }
  for (const candidate of base.candidates) {
    const key = keyOf(candidate)
    const known = merged.get(key) ?? {
      words: candidate.words,
      slots: candidate.slots,
      ownCount: 0,
      ownBackward: 0,
      baseForward: 0,
      baseBackward: 0,
      baseCount: 0,
    }
    known.baseForward = candidate.forward
    known.baseBackward = candidate.backward
    known.baseCount = candidate.count
    merged.set(key, known)
  }
  return [...merged.values()]
}

function keyOf(candidate: PhraseCandidate): string {
  return `${candidate.words.join(' ')}:${candidate.slots.join(' ')}`
}

/** IBM model 1 scores of a phrase pair in both directions; slots know their partners. */
function lexicalScores(
  target: Int32Array,
  run: Int32Array,
  sources: OptionSources,
): { lexicalForward: number; lexicalBackward: number } {
  let lexicalForward = 0
  let lexicalBackward = 0
  for (const word of target) {
    if (isSlotWord(word)) continue
    let sum = sources.forward.probability(-1, word)
    for (const other of run) sum += sources.forward.probability(other, word)
    lexicalForward += Math.log(sum / (run.length + 1))
  }
  for (const word of run) {
    if (isSlotWord(word)) continue
    let sum = sources.backward.probability(-1, word)
    for (const other of target) sum += sources.backward.probability(other, word)
    lexicalBackward += Math.log(sum / (target.length + 1))
  }
  return { lexicalForward, lexicalBackward }
}
