import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareWords, type WordChange } from '../../src/review/compare-words.ts'

const words = fc.array(fc.constantFrom('un', 'deux', 'trois', ' ', '  ', '\n', '.', "l'", '**'), {
  maxLength: 14,
})
const join = (changes: readonly WordChange[], left: WordChange['type']) =>
  changes.flatMap(({ type, text }) => (type === left ? [] : [text])).join('')

test('both versions are in what is shown, to the character', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, after] = [a.join(''), b.join('')]
      const changes = compareWords(before, after)
      expect(join(changes, 'added')).toBe(before)
      expect(join(changes, 'removed')).toBe(after)
      expect(changes.every(({ text }) => text !== '')).toBe(true)
    }),
  )
})

test('words that changed side by side are one change', () => {
  expect(compareWords('It comes out of the box.', 'It is printed at once on the box.')).toEqual([
    { type: 'same', text: 'It ' },
    { type: 'removed', text: 'comes out of' },
    { type: 'added', text: 'is printed at once on' },
    { type: 'same', text: ' the box.' },
  ])
})
