import type { BoundToken } from './bound-text.ts'
import type { PhraseCandidate } from './phrase-candidate.ts'
import type { PhraseIndex, RunPhrases } from './phrase-index.ts'
import type { SimilarWords } from './similar-words.ts'
import { isSlotWord, UNKNOWN_WORD } from './special-words.ts'
import type { TranslationOption, Weights } from './translation-option.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { LexicalTable } from './word-aligner.ts'

/** What options are made from. */
export interface OptionSources {
  readonly sourceVocabulary: Vocabulary
  readonly targetVocabulary: Vocabulary
  readonly own?: PhraseIndex
  readonly base?: (words: Int32Array, start: number) => readonly (readonly PhraseCandidate[])[]
  readonly forward: LexicalTable
  readonly backward: LexicalTable
  readonly similar: SimilarWords
}

/** Longest run looked up, in words. */
const MAX_RUN = 24
/** Options kept for one run. */
const MAX_OPTIONS = 16
/** What the base model's opinion on a phrase counts for, in occurrences. */
const BASE_WEIGHT = 2
/** Taken off the team's own counts where the base model knows nothing: one sighting is no certainty. */
const DISCOUNT = 0.4

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
 * Every way to translate every run of a text's words: the team's phrases and the base model's, their probabilities
 * joined as a maximum a posteriori estimate with the base model as prior; a slot, and a word that no model knows, as
 * it is.
 */
export function translationOptions(
  text: readonly BoundToken[],
  words: Int32Array,
  sources: OptionSources,
  weights: Weights,
): readonly TranslationOption[] {
  const options: TranslationOption[] = []
  for (let from = 0; from < words.length; from++) {
    const own = sources.own?.phrasesAt(words, from, MAX_RUN) ?? []
    const base = sources.base?.(words, from) ?? []
    const longest = Math.max(own.length, base.length, 1)
    for (let length = 1; length <= longest; length++) {
      const run = { from, to: from + length }
      const merged = merge(own[length - 1], base[length - 1])
      const found = runOptions(
        run,
        merged,
        own[length - 1]?.count ?? 0,
        base[length - 1] !== undefined,
        words,
        sources,
        weights,
      )
      options.push(...found)
      if (length === 1 && (found.length === 0 || isSlotWord(words[from] as number))) {
        options.push(...loneWord(text[from] as BoundToken, from, words, found.length === 0, sources, weights))
      }
    }
  }
  return options
}

function merge(own: RunPhrases | undefined, base: readonly PhraseCandidate[] | undefined): readonly Merged[] {
  const merged = new Map<string, Merged>()
  for (const candidate of own?.candidates ?? []) {
    merged.set(keyOf(candidate), {
      ...candidate,
      ownCount: candidate.count,
      ownBackward: candidate.backward,
      baseForward: 0,
      baseBackward: 0,
      baseCount: 0,
    })
  }
  for (const candidate of base ?? []) {
    const known = merged.get(keyOf(candidate))
    if (known === undefined) {
      merged.set(keyOf(candidate), {
        words: candidate.words,
        slots: candidate.slots,
        ownCount: 0,
        ownBackward: 0,
        baseForward: candidate.forward,
        baseBackward: candidate.backward,
        baseCount: candidate.count,
      })
    } else {
      known.baseForward = candidate.forward
      known.baseBackward = candidate.backward
      known.baseCount = candidate.count
    }
  }
  return [...merged.values()]
}

function keyOf(candidate: PhraseCandidate): string {
  return `${candidate.words.join(' ')}:${candidate.slots.join(' ')}`
}

function runOptions(
  run: { readonly from: number; readonly to: number },
  merged: readonly Merged[],
  ownTotal: number,
  inBase: boolean,
  words: Int32Array,
  sources: OptionSources,
  weights: Weights,
): readonly TranslationOption[] {
  const options = merged.map((entry): TranslationOption => {
    const ownOf = entry.ownBackward > 0 ? entry.ownCount / entry.ownBackward : 0
    const forward = inBase
      ? (entry.ownCount + BASE_WEIGHT * entry.baseForward) / (ownTotal + BASE_WEIGHT)
      : Math.max(0.01, entry.ownCount - DISCOUNT) / ownTotal
    const backward =
      entry.baseBackward > 0
        ? (entry.ownCount + BASE_WEIGHT * entry.baseBackward) / (ownOf + BASE_WEIGHT)
        : Math.max(0.01, entry.ownCount - DISCOUNT) / ownOf
    const lexical = lexicalScores(run, entry.words, words, sources)
    const rare = entry.ownCount + entry.baseCount < 1.5 ? 1 : 0
    return {
      ...run,
      words: entry.words,
      slots: entry.slots.map(slot => (slot < 0 ? -1 : slot + run.from)),
      ...(entry.links === undefined
        ? {}
        : { links: entry.links.map(sourceWords => sourceWords.map(i => i + run.from)) }),
      unknown: false,
      adapted: entry.ownCount > 0,
      score:
        weights.forward * Math.log(forward + 1e-9) +
        weights.backward * Math.log(backward + 1e-9) +
        weights.lexicalForward * lexical.forward +
        weights.lexicalBackward * lexical.backward +
        weights.words * entry.words.length +
        weights.phrases +
        (entry.ownCount > 0 ? weights.adapted : 0) +
        weights.rare * rare,
    }
  })
  return options.sort((a, b) => b.score - a.score).slice(0, MAX_OPTIONS)
}

/** IBM model 1 scores of a phrase pair in both directions; slots know their partners. */
function lexicalScores(
  run: { readonly from: number; readonly to: number },
  target: Int32Array,
  words: Int32Array,
  sources: OptionSources,
): { forward: number; backward: number } {
  const length = run.to - run.from
  let forward = 0
  let backward = 0
  for (const word of target) {
    if (isSlotWord(word)) continue
    let sum = sources.forward.probability(-1, word)
    for (let i = run.from; i < run.to; i++) sum += sources.forward.probability(words[i] as number, word)
    forward += Math.log(sum / (length + 1))
  }
  for (let i = run.from; i < run.to; i++) {
    const word = words[i] as number
    if (isSlotWord(word)) continue
    let sum = sources.backward.probability(-1, word)
    for (const other of target) sum += sources.backward.probability(other, word)
    backward += Math.log(sum / (target.length + 1))
  }
  return { forward, backward }
}

/** A slot as it is; an unknown word by the translations of a known form of it, else as it is. */
function loneWord(
  token: BoundToken,
  from: number,
  words: Int32Array,
  isUnknown: boolean,
  sources: OptionSources,
  weights: Weights,
): readonly TranslationOption[] {
  const word = words[from] as number
  const run = { from, to: from + 1 }
  if (isSlotWord(word)) {
    const score = weights.words + weights.phrases
    return [
      {
        ...run,
        words: Int32Array.of(word),
        slots: Int32Array.of(from),
        unknown: false,
        adapted: false,
        score,
      },
    ]
  }
  const similar = isUnknown ? sources.similar(token.form) : -1
  if (similar >= 0) {
    const own = Int32Array.of(similar)
    const ownRun = sources.own?.phrasesAt(own, 0, 1)[0]
    const baseRun = sources.base?.(own, 0)[0]
    const shifted = { from: 0, to: 1 }
    const found = runOptions(
      shifted,
      merge(ownRun, baseRun),
      ownRun?.count ?? 0,
      baseRun !== undefined,
      own,
      sources,
      weights,
    )
    if (found.length > 0) {
      return found.map(option => ({
        ...option,
        ...run,
        unknown: true,
        score: option.score + weights.unknown,
      }))
    }
  }
  const isWord = /[\p{L}\p{N}]/u.test(token.surface)
  return [
    {
      ...run,
      words: Int32Array.of(UNKNOWN_WORD),
      slots: Int32Array.of(-1),
      literal: token.surface,
      unknown: isWord,
      adapted: false,
      score: weights.words + weights.phrases + weights.unknown - 5,
    },
  ]
}
