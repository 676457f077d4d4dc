import { expect, test } from 'vitest'
import type { GlossaryTerm } from '../../src/model.ts'
import { createTermChecker } from '../../src/translate/check-terms.ts'
import { code, pattern, strong } from './support/pattern.ts'

function term(source: string, target: string, rest: Partial<GlossaryTerm> = {}): GlossaryTerm {
  return { source, target, forbidden: [], caseSensitive: false, ...rest }
}

const checker = createTermChecker(
  [
    term('point de vente', 'location', { forbidden: ['point of sale', 'shop'] }),
    term('vente', 'sale'),
    term('commande', 'order'),
    term('borne de commande', 'ordering kiosk'),
    term('logiciel de caisse', 'EPOS', { caseSensitive: true }),
    term('catalogue', 'catalog', { forbidden: ['catalogue'] }),
    term('identifiant', 'ID'),
    term('identifiant', 'identifier'),
    term('code ref', 'ref code'),
  ],
  'fr',
  'en',
)

function codes(source: string, target: string): readonly string[] {
  return checker.check([source], [target]).map(finding => `${finding.code} ${finding.term.source}`)
}

test('a term is found in any letter case and number', () => {
  expect(codes('Vos points de vente.', 'Your locations.')).toEqual([])
  expect(codes('POINTS DE VENTE', 'LOCATIONS')).toEqual([])
  expect(codes('Les commandes', 'Ordered goods')).toEqual([])
  expect(codes('Les commandes', 'The purchases')).toEqual(['glossary-term commande'])
})

test('the longest of overlapping terms wins in the source and in the target', () => {
  expect(codes('Le point de vente', 'The location')).toEqual([])
  expect(codes('La borne de commande', 'The ordering kiosk')).toEqual([])
  expect(codes('La borne de commande et la commande', 'The ordering kiosk')).toEqual([
    'glossary-term commande',
  ])
})

test('a forbidden variant is reported once, in place of the missing term', () => {
  expect(codes('Les points de vente', 'The points of sale')).toEqual(['glossary-forbidden point de vente'])
  expect(codes('Le point de vente', 'The location, or shop')).toEqual(['glossary-forbidden point de vente'])
  expect(codes('Un magasin', 'A shop')).toEqual([])
})

test('a spelling that differs from the term alone is told apart', () => {
  expect(codes('Les catalogues', 'The catalogues')).toEqual(['glossary-forbidden catalogue'])
  expect(codes('Les catalogues', 'The catalogs')).toEqual([])
})

test('a case-sensitive term keeps its letters, plural or not', () => {
  expect(codes('Le logiciel de caisse', 'The epos')).toEqual(['glossary-term logiciel de caisse'])
  expect(codes('Les logiciels de caisse', 'The EPOS systems')).toEqual([])
  expect(codes('un logiciel de caisse', 'an EPOS')).toEqual([])
})

test('of several entries for one source term any will do', () => {
  expect(codes('Son identifiant', 'Its ID')).toEqual([])
  expect(codes('Son identifiant', 'Its identifier')).toEqual([])
  expect(codes('Son identifiant', 'Its name')).toEqual(['glossary-term identifiant'])
})

test('hyphens and apostrophes join the words of a term, other punctuation parts them', () => {
  expect(codes('le code-ref', 'the ref-code')).toEqual([])
  expect(codes('le code, ref', 'this')).toEqual([])
})

test('a paired code does not break a word, a standalone one does', () => {
  const source = pattern('Le point ', strong.open, 'de vente', strong.close)
  expect(checker.check(source, pattern('The ', strong.open, 'location', strong.close))).toEqual([])
  expect(checker.check(pattern('point ', code('x'), ' de vente'), ['x'])).toHaveLength(1)
})

test('the instruction names the term, its translation and what is forbidden', () => {
  const [finding] = checker.check(['Le point de vente'], ['The shop'])
  expect(finding?.instruction).toBe('Translate "point de vente" as "location", never as "shop".')
})
