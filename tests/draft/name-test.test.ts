import { expect, test } from 'vitest'
import { parseFragment } from '../../src/syntax/fragments/parse-fragment.ts'
import { createNameTest } from '../../src/translate/draft/decoding/name-test.ts'
import { bindSource } from '../../src/translate/draft/tokens/bind-source.ts'
import { tokenisePattern } from '../../src/translate/draft/tokens/tokenise-pattern.ts'

const known = new Set(
  'connecter le la à est une solution page carré rapide restaurant store par voir code de réponse utilisez'.split(
    ' ',
  ),
)
const shared = new Set(['restaurant', 'store', 'solution', 'page', 'code'])

/** The names of a text, as an engine without own pages tells them. */
function namesOf(text: string): readonly string[] {
  const tokenised = tokenisePattern(parseFragment(text, 'markdown'), 'fr')
  const isName = createNameTest(tokenised, {
    locale: 'fr',
    names: { lower: new Map([...known].map(form => [form, 5])), named: new Map() },
    isKnown: form => known.has(form),
    isFormOfKnown: form => [...known].some(other => other.slice(0, 5) === form.slice(0, 5)),
    isShared: form => shared.has(form),
  })
  return bindSource(tokenised.tokens, isName).flatMap(({ slot }) =>
    slot?.kind === 'name' ? [slot.surface] : [],
  )
}

test('a name at the start of a sentence keeps the words of both languages, or of none, that it begins with', () => {
  expect(namesOf('Store Factory est une solution.')).toEqual(['Store Factory'])
  expect(namesOf('Restaurant Manager est une solution.')).toEqual(['Restaurant Manager'])
  expect(namesOf('Parole Bridge est une solution.')).toEqual(['Parole Bridge'])
  expect(namesOf('Connecter Factory à la page.')).toEqual(['Factory'])
  expect(namesOf('Page de la solution.')).toEqual([])
})

test('a word with a capital inside is a name, though it begins like a known word', () => {
  expect(namesOf('RestaJet est une solution.')).toEqual(['RestaJet'])
  expect(namesOf('RapidBar est une solution.')).toEqual(['RapidBar'])
  expect(namesOf('Restaurants à voir.')).toEqual([])
})

test('acronyms and initials belong to the name beside them, and make the word beside them a name', () => {
  expect(namesOf('Connecter Carré POS à la page.')).toEqual(['Carré POS'])
  expect(namesOf('Utilisez PAR Pixel.')).toEqual(['PAR Pixel'])
  expect(namesOf('Connecter la page Light K Series.')).toEqual(['Light K Series'])
  expect(namesOf('Voir PAR la page.')).toEqual([])
})
