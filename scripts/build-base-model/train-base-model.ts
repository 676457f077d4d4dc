import { alignPairs } from '../../src/translate/draft/adaptation/align-pairs.ts'
import {
  createNameCounts,
  type PatternPair,
  type PreparedPair,
  preparePairs,
} from '../../src/translate/draft/adaptation/prepare-pairs.ts'
import type { BaseModelParts, BasePhrase } from '../../src/translate/draft/base/base-model.ts'
import { extractPhrase, pairLinks } from '../../src/translate/draft/statistics/extract-phrase.ts'
import { createSwapModel } from '../../src/translate/draft/statistics/swap-model.ts'
import { trainNgramModel } from '../../src/translate/draft/statistics/train-ngram-model.ts'
import { createTruecaser } from '../../src/translate/draft/statistics/truecaser.ts'
import { createVocabulary } from '../../src/translate/draft/statistics/vocabulary.ts'
import type { LexicalTable } from '../../src/translate/draft/statistics/word-aligner.ts'
import { isSlotWord, SPECIAL_WORDS } from '../../src/translate/draft/tokens/special-words.ts'
import { tokenisePattern } from '../../src/translate/draft/tokens/tokenise-pattern.ts'

/** How much is kept. */
export interface Pruning {
  /** Longest phrase, in words, on each side. */
  readonly phraseWords: number
  /** Translations kept for a run of source words. */
  readonly translations: number
  /** Weight below which a phrase of two source words or more is left out. */
  readonly phraseCount: number
  /** Share of a run's best translation below which another is left out. */
  readonly share: number
  readonly languageOrder: number
}

/** Learns the base model: names, usual spellings, word alignment, phrases, language model. */
export function trainBaseModel(pairs: readonly PatternPair[], pruning: Pruning): BaseModelParts {
  const truecaser = createTruecaser()
  for (const pair of pairs) truecaser.learn(tokenisePattern(pair.target, 'en').tokens)
  // Capitals within sentences are mostly names of menus there: every word takes its usual spelling.
  const spelling = {
    ...truecaser,
    truecase: (tokens: Parameters<typeof truecaser.truecase>[0]) =>
      tokens.map((token, i) =>
        token.code === undefined ? truecaser.usual(truecaser.truecase(tokens)[i] ?? '') : token.surface,
      ),
  }
  const names = createNameCounts()
  const prepared = preparePairs(pairs, { source: 'fr', target: 'en' }, spelling, names)
  const vocabularies = { source: byFrequency(prepared, 'source'), target: byFrequency(prepared, 'target') }
  const aligned = alignPairs(prepared, vocabularies)
  const counts = new Map<string, Map<string, number>>()
  const targetTotals = new Map<string, number>()
  const lexicon = new Map<number, Map<number, number>>()
  for (const pair of aligned.pairs) {
    const links = pairLinks(pair)
    for (let from = 0; from < pair.source.length; from++) {
      for (let to = from + 1; to <= Math.min(pair.source.length, from + pruning.phraseWords); to++) {
        const runs = extractPhrase(pair, links, from, to, pruning.phraseWords + 1)
        const slots = (words: Int32Array) => words.filter(isSlotWord).join(' ')
        const source = pair.source.subarray(from, to)
        for (const run of runs) {
          const target = pair.target.subarray(run.from, run.to)
          // Slots are told apart by their order alone.
          if (slots(source) !== slots(target)) continue
          const weight = pair.weight / runs.length
          const left = source.join(' ')
          const right = target.join(' ')
          const row = counts.get(left) ?? new Map<string, number>()
          counts.set(left, row.set(right, (row.get(right) ?? 0) + weight))
          targetTotals.set(right, (targetTotals.get(right) ?? 0) + weight)
        }
      }
    }
    pair.alignment.forEach((sources, target) => {
      const word = pair.target[target] as number
      if (isSlotWord(word)) return
      const linked = sources.length === 0 ? [-1] : sources.map(i => pair.source[i] as number)
      for (const source of linked) {
        const row = lexicon.get(source) ?? new Map<number, number>()
        lexicon.set(source, row.set(word, (row.get(word) ?? 0) + pair.weight / linked.length))
      }
    })
  }
  const swaps = createSwapModel(vocabularies.source)
  for (const pair of aligned.pairs) swaps.learn(pair)
  const language = trainNgramModel(
    aligned.pairs.map(pair => pair.target),
    {
      order: pruning.languageOrder,
      pruneBelow: length => (length >= 3 ? 2 : 1),
    },
  )
  return {
    source: 'fr',
    target: 'en',
    sourceWords: Array.from({ length: vocabularies.source.size }, (_, i) => vocabularies.source.word(i)),
    targetWords: Array.from({ length: vocabularies.target.size }, (_, i) => vocabularies.target.word(i)),
    phrases: prunePhrases(counts, targetTotals, aligned.forward, pruning),
    lexicon: [...lexicon].flatMap(([source, row]) => {
      const total = [...row.values()].reduce((sum, count) => sum + count, 0)
      return [...row]
        .filter(([, count]) => count / total > 0.01 && (count > 1 || count / total > 0.2))
        .map(([target, count]) => ({ source, target, count }))
    }),
    swaps: swaps.counts().filter(count => count.chances >= 2),
    language,
  }
}

function prunePhrases(
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  targetTotals: ReadonlyMap<string, number>,
  lexical: LexicalTable,
  pruning: Pruning,
): BaseModelParts['phrases'] {
  const numbers = (key: string) => Int32Array.from(key.split(' '), Number)
  return [...counts].flatMap(([key, row]) => {
    const source = numbers(key)
    const total = [...row.values()].reduce((sum, count) => sum + count, 0)
    if (source.length > 1 && total < pruning.phraseCount) return []
    const best = [...row].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, pruning.translations)
    const most = best[0]?.[1] ?? 0
    const targets = best
      .filter(
        ([, count]) =>
          count >= most * pruning.share && (source.length === 1 || count >= pruning.phraseCount / 2),
      )
      .filter(([target, count]) => count >= 2 || isLikely(source, numbers(target), lexical))
      .map(
        ([target, count]): BasePhrase => ({
          words: numbers(target),
          forward: count / total,
          backward: count / (targetTotals.get(target) ?? count),
          count,
        }),
      )
    return targets.length === 0 ? [] : [{ source, targets }]
  })
}

/** Whether each target word of a phrase seen once has a source word that it may well come from. */
function isLikely(source: Int32Array, target: Int32Array, lexical: LexicalTable): boolean {
  return target.every(
    word => isSlotWord(word) || source.some(other => lexical.probability(other, word) > 0.03),
  )
}

/** Frequent words get small numbers, which pack into fewer bytes. */
function byFrequency(prepared: readonly PreparedPair[], side: 'source' | 'target') {
  const counts = new Map<string, number>()
  for (const pair of prepared) {
    for (const { form } of pair[side]) counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  for (const word of SPECIAL_WORDS) counts.delete(word)
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
  return createVocabulary([...SPECIAL_WORDS, ...sorted])
}
