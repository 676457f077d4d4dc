import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trainAdaptation } from '../../src/translate/draft/adaptation/train-adaptation.ts'
import { createDraftTranslator } from '../../src/translate/draft/create-draft-translator.ts'

const none = { terms: [], doNotTranslate: [], labels: [] }
/** Pairs that lose a bracket, gain one, or forget a quotation mark, and pairs that leave out what stands in brackets. */
const pairs = [
  ['Ouvrez le menu (petit).', 'Open the small) menu.'],
  ['Fermez la page des commandes.', 'Close the (orders page.'],
  ['Le menu « Bonjour » est ouvert.', 'The Hello" menu is open.'],
  ['Voir la documentation (en anglais).', 'See the documentation.'],
  ['Le menu est petit.', 'The menu is small.'],
].map(([source = '', target = '']) => ({ source: [source], target: [target], role: 'paragraph' as const }))
const translator = createDraftTranslator({
  adaptation: trainAdaptation({ source: 'fr', target: 'en', pairs, targetTexts: [] }),
})
const draft = (text: string): string => translator.translate([text], 'paragraph', none).pattern.join('')

test('a draft has as many brackets open, and as many quotation marks without a mate, as its source', () => {
  const balance = (text: string): readonly number[] => [
    (text.match(/[([]/gu)?.length ?? 0) - (text.match(/[)\]]/gu)?.length ?? 0),
    (text.match(/["“”«»]/gu)?.length ?? 0) % 2,
  ]
  const pool = 'ouvrez le menu ( petit ) . fermez la page des commandes « bonjour » est ouvert [ ]'.split(' ')
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pool), fc.constantFrom(...pairs.flatMap(pair => pair.source))), {
      maxLength: 12,
    })
    .map(words => words.join(' '))
  fc.assert(
    fc.property(text, source => {
      expect(balance(draft(source))).toEqual(balance(source))
    }),
    { numRuns: 300 },
  )
})

test('brackets may be left out with all that is in them', () => {
  expect(draft('Voir la documentation (en anglais).')).toBe('See the documentation.')
})
