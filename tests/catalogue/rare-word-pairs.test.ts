import { expect, test } from 'vitest'
import { rareWordPairs } from '../../src/catalogue/carry/rare-word-pairs.ts'
import { wordProfile } from '../../src/catalogue/carry/word-profile.ts'

const whole = 'Choisissez la langue de votre boutique.'
const near = 'Choisissez la langue de votre belle boutique.'
const far = 'Choisissez la langue de cette grande caisse.'

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ['the one that is most alike on the right', [whole], [far, near], ['0 1']],
  ['the one that is most alike on the left', [far, near], [whole], ['1 0']],
  ['each once and in order where they are alike', [whole, whole], [whole, whole], ['0 0', '1 1']],
  ['one whose words others have as well', [`${whole} ${far}`, whole], [near], ['1 0']],
  ['nothing that has too little in common', ['Choisissez vite.'], [whole], []],
])('fragments are paired with %s', (_, left, right, expected) => {
  const pairs = rareWordPairs(left.map(wordProfile), right.map(wordProfile), 0.5)
  expect(pairs.map(pair => `${pair.left} ${pair.right}`)).toEqual(expected)
})
