import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { BaseModelParts } from '../../src/translate/draft/base/base-model.ts'
import { packBaseModel } from '../../src/translate/draft/base/pack-base-model.ts'
import { readBaseModel } from '../../src/translate/draft/base/read-base-model.ts'
import { createDraftTranslator } from '../../src/translate/draft/create-draft-translator.ts'
import { trainNgramModel } from '../../src/translate/draft/statistics/train-ngram-model.ts'
import { SPECIAL_WORDS } from '../../src/translate/draft/tokens/special-words.ts'

const first = SPECIAL_WORDS.length
const parts: BaseModelParts = {
  source: 'fr',
  target: 'en',
  sourceWords: [...SPECIAL_WORDS, 'le', 'menu'],
  targetWords: [...SPECIAL_WORDS, 'the', 'menu'],
  phrases: [
    {
      source: Int32Array.of(first),
      targets: [{ words: Int32Array.of(first), forward: 0.9, backward: 0.5, count: 12 }],
    },
    {
      source: Int32Array.of(first, first + 1),
      targets: [{ words: Int32Array.of(first, first + 1), forward: 1, backward: 1, count: 3 }],
    },
  ],
  lexicon: [
    { source: -1, target: first, count: 2 },
    { source: first, target: first, count: 8 },
    { source: first + 1, target: first + 1, count: 4 },
  ],
  swaps: [{ kind: 'adjacent', side: 'right', word: first + 1, chances: 9, swaps: 3 }],
  language: trainNgramModel([Int32Array.of(first, first + 1)], { order: 3 }),
}

test('a packed model is read back, and packing gives equal bytes', async () => {
  const file = packBaseModel(parts)
  expect(packBaseModel(parts)).toEqual(file)
  const model = await readBaseModel(file, 'test.model')
  const cursor = model.phrases.next(0, first)
  const [candidate] = model.phrases.phrases(cursor).candidates
  expect(candidate?.forward).toBeCloseTo(0.9, 1)
  expect(candidate?.count).toBeCloseTo(12, -1)
  expect(model.phrases.phrases(model.phrases.next(cursor, first + 1)).candidates[0]?.words).toEqual(
    Int32Array.of(first, first + 1),
  )
  expect(model.phrases.next(cursor, 999)).toBe(-1)
  expect(model.forward.probability(first, first)).toBeCloseTo(1, 1)
  expect(model.forward.probability(first, first + 1)).toBeLessThan(1e-5)
  expect(model.swaps[0]).toMatchObject({ kind: 'adjacent', side: 'right', word: first + 1 })
  expect(model.sourceVocabulary.find('menu')).toBe(first + 1)
})

test('a file that is cut short, damaged, of another version or no model is refused by name', async () => {
  const file = packBaseModel(parts)
  const refused = async (bytes: Uint8Array) => {
    try {
      await readBaseModel(bytes, 'fr-en.model')
    } catch (error) {
      return String(error)
    }
    return 'accepted'
  }
  expect(await refused(file.subarray(0, file.length - 5))).toMatch(/fr-en\.model is cut short/u)
  const damaged = file.slice()
  damaged.fill(7, file.length - 20)
  expect(await refused(damaged)).toMatch(/fr-en\.model is damaged/u)
  const other = new TextEncoder().encode('verso-base-model 99 fr en 1 1\nx')
  expect(await refused(other)).toMatch(/format version 99/u)
  expect(await refused(new TextEncoder().encode('<html>'))).toMatch(/is not a base model/u)
  expect(await refused(new Uint8Array(0))).toMatch(/is not a base model/u)
})

test('the shipped model gives English', async () => {
  const path = new URL('../../models/fr-en.model', import.meta.url)
  const base = await readBaseModel(readFileSync(path), 'models/fr-en.model')
  const glossary = { terms: [], doNotTranslate: [], labels: [] }
  const translator = createDraftTranslator({ base })
  const text = (source: string) => translator.translate([source], 'paragraph', glossary).pattern.join('')
  expect(text('Cliquez sur le bouton pour enregistrer les modifications.')).toMatch(
    /^Click .*button.* save .*changes\.$/u,
  )
  expect(text('Sélectionnez une adresse électronique.')).toMatch(/^Select an e-?mail address\.$/u)
})
