import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extractPhrase, pairLinks } from '../../src/translate/draft/statistics/extract-phrase.ts'
import { createNgramModel, SENTENCE_END } from '../../src/translate/draft/statistics/ngram-model.ts'
import { createPhraseIndex } from '../../src/translate/draft/statistics/phrase-index.ts'
import { symmetrise } from '../../src/translate/draft/statistics/symmetrise.ts'
import { trainNgramModel } from '../../src/translate/draft/statistics/train-ngram-model.ts'
import { trainWordAligner } from '../../src/translate/draft/statistics/word-aligner.ts'

const pair = (source: number[], target: number[]) => ({
  source: Int32Array.from(source),
  target: Int32Array.from(target),
  links: [],
  weight: 1,
})

test('the aligner learns which words go together', () => {
  // la maison / the house, la fleur / the flower, une maison / a house
  const text = [pair([20, 21], [30, 31]), pair([20, 22], [30, 32]), pair([23, 21], [33, 31])]
  const aligner = trainWordAligner([...text, ...text], 6)
  expect(aligner.probability(20, 30)).toBeGreaterThan(0.6)
  expect(aligner.probability(21, 31)).toBeGreaterThan(0.6)
  expect([...aligner.align(pair([20, 21], [31, 30]))]).toEqual([1, 0])
})

test('links that are given are kept', () => {
  const aligner = trainWordAligner([pair([20, 21], [30, 31])], 3)
  expect([...aligner.align({ ...pair([20, 21], [30, 31]), links: [[1, 0]] })][0]).toBe(1)
})

test('symmetrised links hold the intersection and lie in the union', () => {
  const links = fc
    .integer({ min: 1, max: 8 })
    .chain(rows =>
      fc
        .integer({ min: 1, max: 8 })
        .chain(columns =>
          fc.tuple(
            fc.array(fc.integer({ min: -1, max: columns - 1 }), { minLength: rows, maxLength: rows }),
            fc.array(fc.integer({ min: -1, max: rows - 1 }), { minLength: columns, maxLength: columns }),
          ),
        ),
    )
  fc.assert(
    fc.property(links, ([forward, backward]) => {
      const alignment = symmetrise(Int32Array.from(forward), Int32Array.from(backward))
      forward.forEach((column, row) => {
        if (column >= 0 && backward[column] === row) expect(alignment[row]).toContain(column)
      })
      alignment.forEach((columns, row) => {
        for (const column of columns) expect(forward[row] === column || backward[column] === row).toBe(true)
      })
    }),
  )
})

test("phrases are those of the textbook's example", () => {
  // Koehn 2010, figure 5.6: michael geht davon aus , dass er im haus bleibt / michael assumes that he will stay in the house
  const links = [[0], [1, 2, 3], [5], [6], [9], [9], [7], [7], [8]]
  const aligned = {
    ...pair(
      [...Array(10).keys()].map(i => 20 + i),
      [...Array(9).keys()].map(i => 40 + i),
    ),
    alignment: links,
  }
  const runs = (from: number, to: number) =>
    extractPhrase(aligned, pairLinks(aligned), from, to, 9).map(run => [run.from, run.to])
  expect(runs(1, 4)).toEqual([[1, 2]])
  expect(runs(1, 5)).toEqual([[1, 2]])
  expect(runs(5, 6)).toEqual([[2, 3]])
  expect(runs(6, 10)).toEqual([[3, 9]])
  expect(runs(7, 9)).toEqual([[6, 9]])
  expect(runs(6, 8)).toEqual([])
  expect(runs(1, 2)).toEqual([])
})

test('a removed pair teaches nothing any more', () => {
  const index = createPhraseIndex()
  const number = index.add({ ...pair([20, 21], [30, 31]), alignment: [[0], [1]] })
  index.add({ ...pair([20, 22], [30, 32]), alignment: [[0], [1]] })
  const count = () => index.phrases(index.next(0, 20)).count
  expect(count()).toBe(2)
  index.remove(number)
  expect(count()).toBe(1)
  expect(index.next(0, 21)).toBe(-1)
})

test('what may follow a context adds up to one, also after pruning', () => {
  const words = fc.array(fc.array(fc.integer({ min: 10, max: 14 }), { maxLength: 6 }), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(
      words,
      fc.boolean(),
      fc.array(fc.integer({ min: 10, max: 14 }), { maxLength: 3 }),
      (text, pruned, context) => {
        const sentences = text.map(sentence => Int32Array.from(sentence))
        const model = createNgramModel(
          trainNgramModel(sentences, {
            order: 3,
            ...(pruned ? { pruneBelow: (n: number) => (n > 2 ? 2 : 1) } : {}),
          }),
        )
        const known = new Set([...text.flat(), SENTENCE_END])
        let state = model.start
        for (const word of context) state = model.advance(state, word)
        let sum = 0
        for (const word of known) {
          model.advance(state, word)
          sum += Math.exp(model.score)
        }
        model.advance(state, 999)
        sum += Math.exp(model.score)
        expect(sum).toBeGreaterThan(0.97)
        expect(sum).toBeLessThan(1.03)
      },
    ),
  )
})

test('a model prefers the order of words it has seen', () => {
  const model = createNgramModel(
    trainNgramModel(
      Array.from({ length: 5 }, () => Int32Array.of(10, 11, 12)),
      { order: 3 },
    ),
  )
  const score = (words: number[]) => {
    let state = model.start
    let sum = 0
    for (const word of words) {
      state = model.advance(state, word)
      sum += model.score
    }
    return sum
  }
  expect(score([10, 11, 12])).toBeGreaterThan(score([12, 11, 10]))
})
