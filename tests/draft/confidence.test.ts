import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chrf, chrfStatistics } from '../../bench/quality/chrf.ts'
import { plainText, readCorpus } from '../../bench/quality/corpus.ts'
import { fitConfidence } from '../../bench/quality/fit-confidence.ts'
import { reliability } from '../../bench/quality/reliability.ts'
import { trainAdaptation } from '../../src/translate/draft/adaptation/train-adaptation.ts'
import { readBaseModel } from '../../src/translate/draft/base/read-base-model.ts'
import { createDraftTranslator, type DraftModels } from '../../src/translate/draft/create-draft-translator.ts'
import { confidenceTerms } from '../../src/translate/draft/decoding/confidence.ts'
import { readSigns } from '../../src/translate/draft/decoding/read-signs.ts'

const base = await readBaseModel(readFileSync('models/fr-en.model'), 'models/fr-en.model')
const none = { terms: [], doNotTranslate: [], labels: [] }
/** The project's own guides, each of another application. */
const { pairs } = readCorpus('content')
const held = pairs.filter(pair => pair.app.endsWith('bwares') && pair.sourceText.split(' ').length > 2)
const input = {
  source: 'fr',
  target: 'en',
  pairs: pairs.filter(pair => !pair.app.endsWith('bwares')),
  targetTexts: [],
}

test('what confidence foretells is what drafts gain by a team’s own pages', () => {
  const biasOf = (models: DraftModels): number => {
    const translator = createDraftTranslator(models)
    const drafts = held.map(({ source, role, targetText }) => {
      const { pattern, score } = translator.translate(source, role, none)
      return { score, chrf: chrf(chrfStatistics(plainText(pattern), targetText)) }
    })
    return reliability(drafts).bias
  }
  const biases = [
    biasOf({ base }),
    biasOf({ base, adaptation: trainAdaptation(input, base) }),
    biasOf({ adaptation: trainAdaptation(input) }),
  ]
  expect(held.length).toBeGreaterThan(50)
  expect(Math.max(...biases) - Math.min(...biases)).toBeLessThan(8)
  // These guides are easier than most: drafts of them are better than is foretold.
  for (const bias of biases) expect(Math.abs(bias + 9)).toBeLessThan(6)
})

test('confidence depends on what a draft is made of, not on the weights that it was found by', () => {
  const translator = createDraftTranslator({ base })
  for (const { source, role } of held) {
    const [best] = translator.alternatives(source, role, none, 1)
    const weighed = (best?.derivations ?? []).map(derivation => ({
      ...derivation,
      score: 3 * derivation.score,
      options: derivation.options.map(option => ({ ...option, score: 3 * option.score, estimate: 0 })),
    }))
    expect(readSigns(weighed)).toEqual(translator.translate(source, role, none).signs)
  }
})

test('a fit finds the weights that drafts’ quality was made with', () => {
  const translator = createDraftTranslator({ base })
  const signs = held.map(({ source, role }) => translator.translate(source, role, none).signs)
  const many = Array.from({ length: 400 }, () => signs).flat()
  const drafts = many.map(sign => ({
    signs: sign,
    chrf: 40 + 3 * confidenceTerms(sign).logLength + 10 * confidenceTerms(sign).language,
  }))
  const fit = fitConfidence(drafts)
  expect(fit.constant).toBeCloseTo(40, 0)
  expect(fit.logLength).toBeCloseTo(3, 1)
  expect(fit.language).toBeCloseTo(10, 1)
  expect(fit.own).toBe(0)
})

test('reliability tells bias and error of confidence, ten by ten', () => {
  const drafts = [
    { score: 40, chrf: 50 },
    { score: 48, chrf: 50 },
    { score: 100, chrf: 90 },
    { score: 90, chrf: 80 },
  ]
  expect(reliability(drafts)).toEqual({
    bins: [
      { drafts: 2, score: 44, chrf: 50 },
      { drafts: 2, score: 95, chrf: 85 },
    ],
    bias: 2,
    error: 8,
  })
})
