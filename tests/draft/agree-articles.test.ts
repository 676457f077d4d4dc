import { expect, test } from 'vitest'
import { agreeArticles } from '../../src/translate/draft/rendering/agree-articles.ts'
import type { TargetPiece } from '../../src/translate/draft/rendering/target-piece.ts'

const piece = (text: string, isSlot = false): TargetPiece => ({
  text,
  spaceBefore: true,
  spaceAfter: true,
  sources: [],
  isGuess: false,
  isSlot,
})
const agreed = (text: string, locale = 'en-GB'): string =>
  agreeArticles(
    text.split(' ').map(word => piece(word)),
    locale,
  )
    .map(one => one.text)
    .join(' ')

test('a and an follow the sound of the next word', () => {
  for (const [before, after] of [
    ['create a order with an user', 'create an order with a user'],
    ['A availability for a unique hour', 'An availability for a unique hour'],
    ['a EPOS, an URL and a API', 'an EPOS, a URL and an API'],
    ['an hour, a honest one-off', 'an hour, an honest one-off'],
    ['an unit in a uninstalled app', 'a unit in an uninstalled app'],
    ['a 8 and an 80 or a 11 or an 110', 'an 8 and an 80 or an 11 or a 110'],
    ['an EUR price, an one-way link', 'a EUR price, a one-way link'],
  ] as const) {
    expect(agreed(before)).toBe(after)
  }
})

test('acronyms that may be spelled or read, names and other languages stay as they are', () => {
  expect(agreed('a SMS, an SMS, a SIM and an SIM')).toBe('a SMS, an SMS, a SIM and an SIM')
  expect(agreed('plan A is open')).toBe('plan A is open')
  expect(agreed('a orders', 'fr')).toBe('a orders')
  expect(agreeArticles([piece('a', true), piece('order')], 'en')).toEqual([piece('a', true), piece('order')])
  expect(agreed('a « x')).toBe('a « x')
  expect(agreed('this is a')).toBe('this is a')
})

test('a code after the article is read by what it shows', () => {
  const code = { type: 'code', id: 1, form: 'standalone', kind: 'label', literal: '**Orders**' } as const
  const [article] = agreeArticles([piece('a'), { ...piece(''), code, isSlot: true }], 'en')
  expect(article?.text).toBe('an')
})
