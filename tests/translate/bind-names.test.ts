import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createNameBinder } from '../../src/translate/bind-names.ts'
import { unbindNames } from '../../src/translate/unbind-names.ts'
import { label, pattern, strong } from './support/pattern.ts'

const names = ['HubRise', 'Uber', 'Uber Eats', 'C++', 'Zelty']
const binder = createNameBinder(names)

function bound(text: string): readonly string[] {
  return binder.find([text])
}

test('a name is bound where it stands as a word of its own', () => {
  expect(bound('Connecter HubRise à Zelty.')).toEqual(['HubRise', 'Zelty'])
  expect(bound("l'HubRise, HubRise's, (HubRise)")).toEqual(['HubRise', 'HubRise', 'HubRise'])
  expect(bound('HubRises, MonHubRise, HubRise2, HubRise_x, éHubRise')).toEqual([])
})

test('the longest name wins', () => {
  expect(bound('Uber Eats et Uber')).toEqual(['Uber Eats', 'Uber'])
})

test('a no-break space in a name is a space', () => {
  expect(bound('Uber\u00a0Eats')).toEqual(['Uber\u00a0Eats'])
})

test('letter case matters, capitals aside', () => {
  expect(bound('hubrise Hubrise HUBRISE')).toEqual(['HUBRISE'])
})

test('a name that ends in a sign needs no word boundary there', () => {
  expect(bound('du C++.')).toEqual(['C++'])
  expect(bound('C++x')).toEqual(['C++'])
})

test('names are numbered on from the codes of the pattern, whose numbers stay', () => {
  expect(binder.bind(pattern('HubRise ', label('OK'), ' et ', strong.open, 'Zelty', strong.close))).toEqual([
    { type: 'code', form: 'standalone', kind: 'name', id: 3, literal: 'HubRise' },
    ' ',
    { type: 'code', form: 'standalone', kind: 'label', id: 1, literal: '**OK**' },
    ' et ',
    { type: 'code', form: 'open', kind: 'strong', id: 2, literal: '**' },
    { type: 'code', form: 'standalone', kind: 'name', id: 4, literal: 'Zelty' },
    { type: 'code', form: 'close', kind: 'strong', id: 2, literal: '**' },
  ])
})

test('unbinding gives the pattern back, whatever the text', () => {
  const word = fc.constantFrom(
    'HubRise',
    'Uber',
    'Eats',
    ' ',
    '\u00a0',
    'C++',
    'mot',
    "l'",
    '.',
    '(',
    'é',
    '🎉',
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.array(word, { minLength: 1 }), (before, after) => {
      const source = pattern(before.join(''), label('Valider'), after.join(''))
      expect(unbindNames(binder.bind(source))).toEqual(source)
    }),
  )
})

test('without names a pattern is returned as it is', () => {
  const source = pattern('HubRise')
  expect(createNameBinder([]).bind(source)).toBe(source)
  expect(createNameBinder(['', ' ']).bind(source)).toBe(source)
})
