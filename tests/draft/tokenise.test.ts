import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFragment } from '../../src/syntax/fragments/parse-fragment.ts'
import { tokenisePattern } from '../../src/translate/draft/tokens/tokenise-pattern.ts'
import { tokeniseText } from '../../src/translate/draft/tokens/tokenise-text.ts'

const words = (text: string, locale: string) => tokeniseText(text, locale).map(run => run.text)

test('French elisions and clitics are words of their own', () => {
  expect(words("L'onglet qu’elle ouvre aujourd'hui", 'fr')).toEqual([
    "L'",
    'onglet',
    "qu'",
    'elle',
    'ouvre',
    "aujourd'hui",
  ])
  expect(words('Connectez-vous, puis rendez-vous ici.', 'fr')).toEqual([
    'Connectez',
    '-vous',
    ',',
    'puis',
    'rendez-vous',
    'ici',
    '.',
  ])
})

test("English 's is a word of its own, n't is not", () => {
  expect(words("The shop's till doesn't open", 'en')).toEqual([
    'The',
    'shop',
    "'s",
    'till',
    "doesn't",
    'open',
  ])
})

test('numbers, addresses and versions stay whole', () => {
  expect(words('Le 12/03, écrivez à aide@exemple.fr ou voyez https://exemple.fr/a?b=1.', 'fr')).toEqual([
    'Le',
    '12/03',
    ',',
    'écrivez',
    'à',
    'aide@exemple.fr',
    'ou',
    'voyez',
    'https://exemple.fr/a?b=1',
    '.',
  ])
})

test('every character that is no white space is in exactly one run', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('fr', 'en', 'de'), (text, locale) => {
      const runs = tokeniseText(text, locale)
      let end = 0
      for (const run of runs) {
        expect(run.start).toBeGreaterThanOrEqual(end)
        end = run.start + run.text.length
      }
      const kept = runs
        .map(run => run.text)
        .join('')
        .replace(/’/gu, "'")
      const visible = (text.match(/[\p{L}\p{M}\p{N}\p{P}\p{S}]/gu) ?? []).join('').replace(/’/gu, "'")
      expect(kept).toBe(visible)
    }),
  )
})

test('standalone codes are tokens, the marks of paired codes stand between them', () => {
  const { tokens, marks } = tokenisePattern(parseFragment('Voir *le guide* (`a`).', 'markdown'), 'fr')
  expect(tokens.map(token => [token.surface, token.glued])).toEqual([
    ['Voir', false],
    ['le', false],
    ['guide', false],
    ['(', false],
    ['`a`', true],
    [')', true],
    ['.', true],
  ])
  expect(marks.map(mark => [mark.code.form, mark.at])).toEqual([
    ['open', 1],
    ['close', 3],
  ])
})

test('measures and joined pictures are one word each', () => {
  expect(words('1920x1080 pixels, 250px, 12,50 et 16:9', 'fr')).toEqual([
    '1920x1080',
    'pixels',
    ',',
    '250px',
    ',',
    '12,50',
    'et',
    '16:9',
  ])
  expect(words('👩‍👩‍👧 ⚠️ 👍🏽 🇫🇷 fin', 'fr')).toEqual(['👩‍👩‍👧', '⚠️', '👍🏽', '🇫🇷', 'fin'])
})
