import { expect, test } from 'vitest'
import { findCognate } from '../../src/translate/draft/tokens/find-cognate.ts'

const english = new Set([
  'unidirectional',
  'visibility',
  'automatically',
  'automatic',
  'vary',
  'printed',
  'print',
])
const cognate = (word: string, locales = { source: 'fr', target: 'en-GB' }) =>
  findCognate(word, locales, own => english.has(own))

test.each([
  ['unidirectionnelle', 'unidirectional'],
  ['visibilité', 'visibility'],
  ['automatiquement', 'automatically'],
  ['automatiques', 'automatic'],
])('%s is %s', (word, expected) => {
  expect(cognate(word)).toBe(expected)
})

test('what is no English word is no cognate, and other languages have other endings', () => {
  expect(cognate('créneaux')).toBeUndefined()
  expect(cognate('12')).toBeUndefined()
  expect(cognate('visibilité', { source: 'fr', target: 'nl' })).toBeUndefined()
})
