import { expect, test } from 'vitest'
import { bleu, bleuStatistics } from '../../bench/quality/bleu.ts'
import { chrf, chrfStatistics } from '../../bench/quality/chrf.ts'

const words = (text: string) => text.split(' ')

test("BLEU-4 of the original paper's candidates is what NLTK publishes", () => {
  // Papineni et al. 2002, example 1; the figure is in the documentation of nltk.translate.bleu_score.sentence_bleu.
  const references = [
    'It is a guide to action that ensures that the military will forever heed Party commands',
    'It is the guiding principle which guarantees the military forces always being under the command of the Party',
    'It is the practical guide for the army always to heed the directions of the party',
  ].map(words)
  const first = words(
    'It is a guide to action which ensures that the military always obeys the commands of the party',
  )
  expect(bleu(bleuStatistics(first, references))).toBeCloseTo(50.45666840058485, 8)
})

test('chrF is 100 for equal texts, 0 for texts that share nothing, and counts recall twice', () => {
  expect(chrf(chrfStatistics('Open the menu.', 'Open the menu.'))).toBeCloseTo(100)
  expect(chrf(chrfStatistics('abcdefg', 'hijklmnop'))).toBe(0)
  const shorter = chrf(chrfStatistics('Open the menu', 'Open the menu and close it'))
  const longer = chrf(chrfStatistics('Open the menu and close it', 'Open the menu'))
  expect(longer).toBeGreaterThan(shorter)
})

test('chrF2 of one pair is what its definition gives by hand', () => {
  // "abc" against "abd": 2 of 3 characters, 1 of 2 bigrams, 0 of 1 trigrams; precision and recall are equal.
  expect(chrf(chrfStatistics('abc', 'abd'))).toBeCloseTo((100 * (2 / 3 + 1 / 2 + 0)) / 3, 8)
})
