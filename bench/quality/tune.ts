/**
 * Tunes the weights of the features: `npx tsx bench/quality/tune.ts CORPUS adapted|base [SAMPLE] [ROUNDS]`. Minimum error
 * rate training (Och 2003, "Minimum Error Rate Training in Statistical Machine Translation") on lists of alternatives,
 * by coordinate search for the best chrF. The applications are dealt into folds; each fold is drafted by an engine that
 * learned from the others.
 */
import { readFileSync } from 'node:fs'
import { trainAdaptation } from '../../src/translate/draft/adaptation/train-adaptation.ts'
import { readBaseModel } from '../../src/translate/draft/base/read-base-model.ts'
import {
  type Alternative,
  createDraftTranslator,
  type DraftTranslator,
} from '../../src/translate/draft/create-draft-translator.ts'
import { ADAPTED_WEIGHTS, BASE_WEIGHTS } from '../../src/translate/draft/decoding/draft-weights.ts'
import { FEATURES, type Weights } from '../../src/translate/draft/decoding/translation-option.ts'
import { addStatistics, chrf, chrfStatistics } from './chrf.ts'
import { type CorpusPair, plainText, readCorpus } from './corpus.ts'

const [root = '', mode = 'adapted', sampleArg = '30', roundsArg = '4'] = process.argv.slice(2)
const FOLDS = 7
const ALTERNATIVES = 60
const NAMES = [...FEATURES, 'language'] as const
const glossary = { terms: [], doNotTranslate: [], labels: [] }

interface Candidate {
  readonly features: Float64Array
  readonly statistics: Float64Array
}

const base = await readBaseModel(readFileSync(new URL('../../models/fr-en.model', import.meta.url)), 'base')
const corpus = readCorpus(root)
const apps = [...new Set(corpus.pairs.map(pair => pair.app))].sort(
  (a, b) =>
    corpus.pairs.filter(pair => pair.app === b).length - corpus.pairs.filter(pair => pair.app === a).length,
)
const weights: Record<string, number> = { ...(mode === 'base' ? BASE_WEIGHTS : ADAPTED_WEIGHTS) }
const folds = Array.from({ length: FOLDS }, (_, fold) => {
  const held = new Set(apps.filter((_, i) => i % FOLDS === fold))
  const learned = corpus.pairs.filter(pair => !held.has(pair.app) && pair.score >= 40)
  const known = new Set(learned.map(pair => pair.targetText))
  const targetTexts = corpus.targets.filter(text => !held.has(text.app) && !known.has(text.text))
  const adaptation =
    mode === 'base'
      ? undefined
      : trainAdaptation({ source: 'fr', target: 'en', pairs: learned, targetTexts }, base)
  const own = corpus.pairs.filter(
    pair =>
      held.has(pair.app) && pair.score >= 45 && (pair.sourceText.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3,
  )
  const unique = [...new Map(own.map(pair => [pair.sourceText, pair])).values()]
  const step = Math.max(1, unique.length / Number(sampleArg))
  return {
    translator: createDraftTranslator(
      { base, ...(adaptation === undefined ? {} : { adaptation }) },
      { weights: weights as unknown as Weights, beam: 20 },
    ),
    pairs: unique.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)),
  }
})
const lists = folds.flatMap(fold => fold.pairs.map(() => new Map<string, Candidate>()))

for (let round = 0; round < Number(roundsArg); round++) {
  let at = 0
  const first = new Float64Array(18)
  for (const { translator, pairs } of folds) {
    for (const pair of pairs) addAlternatives(translator, pair, lists[at++]!, first)
  }
  console.log(
    `round ${round}: chrF ${chrf(first).toFixed(2)}, ${lists.reduce((sum, list) => sum + list.size, 0)} alternatives`,
  )
  const tables = lists.map(list => [...list.values()])
  let best = objective(tables, weights)
  for (let pass = 0; pass < 12; pass++) {
    let moved = false
    const scale = 0.5 * 0.75 ** pass
    for (const name of NAMES) {
      for (const move of [-1, 1, -0.3, 0.3]) {
        const old = weights[name]!
        weights[name] = old + move * scale * Math.max(0.3, Math.abs(old))
        const value = objective(tables, weights)
        if (value > best + 1e-4) {
          best = value
          moved = true
        } else weights[name] = old
      }
    }
    if (!moved && pass > 6) break
  }
  // Only ratios count: the language model's weight stays 1, so that scores stay comparable.
  const scale = weights.language!
  for (const name of NAMES) weights[name] = Number((weights[name]! / scale).toFixed(3))
  console.log(`  tuned on the lists: ${best.toFixed(2)}`, JSON.stringify(weights))
}

function addAlternatives(
  translator: DraftTranslator,
  pair: CorpusPair,
  list: Map<string, Candidate>,
  first: Float64Array,
): void {
  translator.alternatives(pair.source, pair.role, glossary, ALTERNATIVES).forEach((alternative, rank) => {
    const text = plainText(alternative.pattern)
    const statistics = chrfStatistics(text, pair.targetText)
    if (rank === 0) addStatistics(first, statistics)
    const features = featuresOf(alternative)
    list.set(`${text} ${features.join(' ')}`, { features, statistics })
  })
}

function featuresOf({ derivations }: Alternative): Float64Array {
  const sum = new Float64Array(NAMES.length)
  const add = (name: (typeof NAMES)[number], value: number) => {
    const at = NAMES.indexOf(name)
    sum[at] = sum[at]! + value
  }
  for (const derivation of derivations) {
    add('language', derivation.language)
    for (const option of derivation.options) {
      for (const swap of option.swaps) {
        add('swapOdds', swap.odds)
        add('swaps', 1)
        if (swap.drops) add('drops', 1)
      }
      for (const part of option.parts)
        for (const [i, value] of part.phrase.features.entries()) add(FEATURES[i]!, value)
    }
  }
  return sum
}

function objective(tables: readonly (readonly Candidate[])[], by: Readonly<Record<string, number>>): number {
  const vector = NAMES.map(name => by[name]!)
  const sum = new Float64Array(18)
  for (const table of tables) {
    let best: Candidate | undefined
    let most = Number.NEGATIVE_INFINITY
    for (const candidate of table) {
      let score = 0
      for (let i = 0; i < vector.length; i++) score += vector[i]! * candidate.features[i]!
      if (score > most) {
        most = score
        best = candidate
      }
    }
    if (best !== undefined) addStatistics(sum, best.statistics)
  }
  // Weights of no consequence are drawn back a little, so that they don't run away.
  return chrf(sum) - 0.002 * vector.reduce((total, value) => total + Math.abs(value), 0)
}
