/**
 * Quality of the embedded engine: `npm run bench:quality -- [CORPUS] [--sample N] [--calibrate]`. CORPUS is a folder of
 * bilingual pages, by default the environment variable VERSO_CORPUS. Every application's pages are drafted by engines
 * that learned from other applications' pages alone. Ends with exit code 1 when confidence is not what drafts turn out
 * to be; `--calibrate` prints a new fit for it, and what that is worth on applications it was not fitted on.
 */
import { readFileSync } from 'node:fs'
import { distance } from 'fastest-levenshtein'
import { trainAdaptation } from '../../src/translate/draft/adaptation/train-adaptation.ts'
import { readBaseModel } from '../../src/translate/draft/base/read-base-model.ts'
import {
  createDraftTranslator,
  type DraftTranslator,
} from '../../src/translate/draft/create-draft-translator.ts'
import { type ConfidenceSigns, confidence } from '../../src/translate/draft/decoding/confidence.ts'
import { bleu, bleuStatistics, bleuTokens } from './bleu.ts'
import { addStatistics, chrf, chrfStatistics } from './chrf.ts'
import { type CorpusPair, plainText, readCorpus } from './corpus.ts'
import { fitConfidence } from './fit-confidence.ts'
import { type Foretold, reliability } from './reliability.ts'

/** Pairs surer than this are learned from, and surer than that are references. */
const LEARN = 40
const JUDGE = 45
/** Pairs of a team that has translated a few pages. */
const FEW = 300
/** Points that confidence may be off, on average, before it has to be fitted anew. */
const MOST_ERROR = 4
/** Parts that the applications are dealt into to judge a fit by those that it has not seen. */
const FOLDS = 6
const languages = { source: 'fr', target: 'en' }
const glossary = { terms: [], doNotTranslate: [], labels: [] }

const args = process.argv.slice(2)
const sample = args.includes('--sample') ? Number(args[args.indexOf('--sample') + 1]) : 40
const root =
  args.find((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--sample') ?? process.env.VERSO_CORPUS
if (root === undefined) throw new Error('Name a corpus, or set VERSO_CORPUS.')

const modelFile = new URL('../../models/fr-en.model', import.meta.url)
const base = await readBaseModel(readFileSync(modelFile), 'models/fr-en.model')
const corpus = readCorpus(root)
const apps = [...new Set(corpus.pairs.map(pair => pair.app))].sort()
const sums = new Map<string, { readonly chrf: Float64Array; readonly bleu: Float64Array }>()

interface JudgedDraft extends Foretold {
  readonly signs: ConfidenceSigns
  readonly statistics: Float64Array
  readonly app: string
}

const drafts = new Map<string, JudgedDraft[]>()
const baseTranslator = createDraftTranslator({ base })
let milliseconds = 0

for (const [i, app] of apps.entries()) {
  const others = [...apps.slice(i + 1), ...apps.slice(0, i)]
  const learned = others.flatMap(other =>
    corpus.pairs.filter(pair => pair.app === other && pair.score >= LEARN),
  )
  const fewPairs = { ...languages, pairs: learned.slice(0, FEW), targetTexts: [] }
  const few = createDraftTranslator({ base, adaptation: trainAdaptation(fewPairs, base) })
  const known = new Set(learned.map(pair => pair.targetText))
  const targetTexts = corpus.targets.filter(text => text.app !== app && !known.has(text.text))
  const all = { ...languages, pairs: learned, targetTexts }
  const adapted = createDraftTranslator({ base, adaptation: trainAdaptation(all, base) })
  const alone = createDraftTranslator({ adaptation: trainAdaptation(all) })
  for (const pair of heldOut(app)) {
    judge('copy of the source', pair.sourceText, pair)
    judge('best fuzzy match', bestMatch(pair, learned), pair)
    draft('base model alone', baseTranslator, pair)
    draft(`learned from ${FEW} pairs`, few, pair)
    const started = performance.now()
    draft('adapted', adapted, pair)
    milliseconds += performance.now() - started
    draft('without base model', alone, pair)
  }
}

const adaptedDrafts = drafts.get('adapted') ?? []
console.log(`${adaptedDrafts.length} segments, ${(milliseconds / adaptedDrafts.length).toFixed(1)} ms each`)
console.log('engine                  chrF2  BLEU-4')
for (const [name, sum] of sums) console.log(row(name, chrf(sum.chrf), bleu(sum.bleu)))
console.log('adapted, by confidence: share, threshold, chrF2')
const sorted = [...adaptedDrafts].sort((a, b) => b.score - a.score)
for (const share of [0.25, 0.5, 0.75, 1]) {
  const top = sorted.slice(0, Math.round(sorted.length * share))
  const sum = new Float64Array(18)
  for (const { statistics } of top) addStatistics(sum, statistics)
  console.log(
    `${(100 * share).toFixed(0).padStart(4)} %  ${String(top.at(-1)?.score ?? 0).padStart(3)}  ${chrf(sum).toFixed(1)}`,
  )
}
printReliability('confidence')
if (args.includes('--calibrate')) {
  const everything = [...drafts.values()].flat()
  console.log(fitConfidence(everything))
  const fits = Array.from({ length: FOLDS }, (_, fold) =>
    fitConfidence(everything.filter(({ app }) => apps.indexOf(app) % FOLDS !== fold)),
  )
  const refitted = ({ signs, app }: JudgedDraft) => confidence(signs, fits[apps.indexOf(app) % FOLDS])
  printReliability('a new fit, on applications that it has not seen', refitted)
} else if ([...drafts.values()].some(list => reliability(list).error > MOST_ERROR)) {
  console.log(`Confidence is off by more than ${MOST_ERROR} points: fit it anew by --calibrate.`)
  process.exitCode = 1
}

function draft(engine: string, translator: DraftTranslator, pair: CorpusPair): void {
  const { pattern, score, signs } = translator.translate(pair.source, pair.role, glossary)
  const text = plainText(pattern)
  judge(engine, text, pair)
  const statistics = chrfStatistics(text, pair.targetText)
  const own = drafts.get(engine) ?? []
  drafts.set(engine, own)
  own.push({ score, chrf: chrf(statistics), signs, statistics, app: pair.app })
}

function printReliability(
  title: string,
  scoreOf: (draft: JudgedDraft) => number = ({ score }) => score,
): void {
  console.log(
    `${title}: bias and expected calibration error, then drafts × confidence → mean chrF2 of each ten`,
  )
  for (const [engine, list] of drafts) {
    const { bias, error, bins } = reliability(list.map(one => ({ score: scoreOf(one), chrf: one.chrf })))
    const cells = bins.map(bin => `${bin.drafts} × ${bin.score.toFixed(0)} → ${bin.chrf.toFixed(0)}`)
    console.log(row(engine, bias, error), ` ${cells.join(', ')}`)
  }
}

function row(name: string, ...values: readonly number[]): string {
  return name.padEnd(23) + values.map(value => value.toFixed(1).padStart(7)).join('')
}

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
