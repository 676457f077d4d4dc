/**
 * Quality of the embedded engine: `npm run bench:quality -- [CORPUS] [--sample N] [--calibrate]`. CORPUS is a folder of
 * bilingual pages, by default the environment variable VERSO_CORPUS. Every application's pages are drafted by an engine
 * that learned from all other applications' pages alone.
 */
import { readFileSync } from 'node:fs'
import { distance } from 'fastest-levenshtein'
import type { ConfidenceSigns } from '../../src/translate/draft/confidence.ts'
import { createDraftTranslator } from '../../src/translate/draft/create-draft-translator.ts'
import { readBaseModel } from '../../src/translate/draft/read-base-model.ts'
import { trainAdaptation } from '../../src/translate/draft/train-adaptation.ts'
import { bleu, bleuStatistics, bleuTokens } from './bleu.ts'
import { addStatistics, chrf, chrfStatistics } from './chrf.ts'
import { type CorpusPair, plainText, readCorpus } from './corpus.ts'
import { fitConfidence } from './fit-confidence.ts'

/** Pairs surer than this are learned from, and surer than that are references. */
const LEARN = 40
const JUDGE = 45
const glossary = { terms: [], doNotTranslate: [], labels: [] }

const args = process.argv.slice(2)
const sample = args.includes('--sample') ? Number(args[args.indexOf('--sample') + 1]) : 40
const root =
  args.find((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--sample') ?? process.env.VERSO_CORPUS
if (root === undefined) throw new Error('Name a corpus, or set VERSO_CORPUS.')

const modelFile = new URL('../../models/fr-en.model', import.meta.url)
const base = await readBaseModel(readFileSync(modelFile), 'models/fr-en.model')
const corpus = readCorpus(root)
const sums = new Map<string, { readonly chrf: Float64Array; readonly bleu: Float64Array }>()
const drafts: {
  readonly score: number
  readonly chrf: number
  readonly signs: ConfidenceSigns
  readonly statistics: Float64Array
  readonly app: string
}[] = []
const baseTranslator = createDraftTranslator({ base })
let milliseconds = 0

for (const app of [...new Set(corpus.pairs.map(pair => pair.app))].sort()) {
  const learned = corpus.pairs.filter(pair => pair.app !== app && pair.score >= LEARN)
  const known = new Set(learned.map(pair => pair.targetText))
  const adaptation = trainAdaptation(
    {
      source: 'fr',
      target: 'en',
      pairs: learned,
      targetTexts: corpus.targets.filter(text => text.app !== app && !known.has(text.text)),
    },
    base,
  )
  const translator = createDraftTranslator({ base, adaptation })
  for (const pair of heldOut(app)) {
    const started = performance.now()
    const draft = translator.translate(pair.source, pair.role, glossary)
    milliseconds += performance.now() - started
    const text = plainText(draft.pattern)
    judge('copy of the source', pair.sourceText, pair)
    judge('best fuzzy match', bestMatch(pair, learned), pair)
    judge(
      'base model alone',
      plainText(baseTranslator.translate(pair.source, pair.role, glossary).pattern),
      pair,
    )
    judge('adapted', text, pair)
    const statistics = chrfStatistics(text, pair.targetText)
    drafts.push({ score: draft.score, chrf: chrf(statistics), signs: draft.signs, statistics, app })
  }
}

console.log(`${drafts.length} segments, ${(milliseconds / drafts.length).toFixed(1)} ms each`)
console.log('engine               chrF2  BLEU-4')
for (const [name, sum] of sums) {
  console.log(
    `${name.padEnd(20)} ${chrf(sum.chrf).toFixed(1).padStart(5)}  ${bleu(sum.bleu).toFixed(1).padStart(5)}`,
  )
}
console.log('by confidence: share, threshold, chrF2')
const sorted = [...drafts].sort((a, b) => b.score - a.score)
for (const share of [0.25, 0.5, 0.75, 1]) {
  const top = sorted.slice(0, Math.round(sorted.length * share))
  const sum = new Float64Array(18)
  for (const draft of top) addStatistics(sum, draft.statistics)
  console.log(
    `${(100 * share).toFixed(0).padStart(4)} %  ${String(top.at(-1)?.score ?? 0).padStart(3)}  ${chrf(sum).toFixed(1)}`,
  )
}
if (args.includes('--calibrate')) console.log(fitConfidence(drafts))

/** Segments of an application to be judged by: each text once, of three words at least, evenly sampled. */
function heldOut(app: string): readonly CorpusPair[] {
  const seen = new Set<string>()
  const own = corpus.pairs.filter(pair => {
    const isNew = !seen.has(pair.sourceText)
    seen.add(pair.sourceText)
    return (
      isNew &&
      pair.app === app &&
      pair.score >= JUDGE &&
      (pair.sourceText.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3
    )
  })
  const step = Math.max(1, own.length / sample)
  return own.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
}

function judge(name: string, hypothesis: string, pair: CorpusPair): void {
  const sum = sums.get(name) ?? { chrf: new Float64Array(18), bleu: new Float64Array(10) }
  sums.set(name, sum)
  addStatistics(sum.chrf, chrfStatistics(hypothesis, pair.targetText))
  addStatistics(sum.bleu, bleuStatistics(bleuTokens(hypothesis), [bleuTokens(pair.targetText)]))
}

function bestMatch(pair: CorpusPair, memory: readonly CorpusPair[]): string {
  let best = ''
  let least = Number.POSITIVE_INFINITY
  for (const other of memory) {
    const longest = Math.max(other.sourceText.length, pair.sourceText.length)
    if (Math.abs(other.sourceText.length - pair.sourceText.length) / longest >= least) continue
    const share = distance(other.sourceText, pair.sourceText) / longest
    if (share < least) {
      least = share
      best = other.targetText
    }
  }
  return best
}
