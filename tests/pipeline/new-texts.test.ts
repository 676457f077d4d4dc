import { expect, test } from 'vitest'
import { newTexts } from '../../src/pipeline/run/new-texts.ts'
import { targetInHand } from './support/target-in-hand.ts'

const source = 'Ouvrez.\n\nVoir `a` ici.\n\nFermez.\n'

/** What goes on the page of translations of the source's three sentences, when the second and third are new. */
function placed(texts: readonly [string, string, string], state: 'translated' | 'reviewed' = 'translated') {
  const target = targetInHand(
    source,
    texts.map(text => ({ target: text, state, origin: state === 'reviewed' ? 'human' : 'deepl' })),
  )
  const alignment = {
    places: [],
    absent: new Map(),
    gaps: [],
    newBlocks: [{ after: 0, parts: [], segments: { start: 1, end: 3 } }],
    newSegments: [],
    obsolete: [],
  }
  const { targets, diagnostics } = newTexts(target, target.page.skeleton, alignment)
  return { texts: [...targets], codes: diagnostics.map(({ code }) => code) }
}

test('what is new on a page gets its translations, and nothing else does', () => {
  expect(placed(['Open.', 'See `a` here.', 'Close.'])).toEqual({
    texts: [
      [1, 'See `a` here.'],
      [2, 'Close.'],
    ],
    codes: [],
  })
})

test('a translation that lost its code stays off the page, and is told', () => {
  expect(placed(['Open.', 'See here.', 'Close.'])).toEqual({
    texts: [[2, 'Close.']],
    codes: ['codes-changed'],
  })
})

test('a translation of a person’s that lost its code is on the page, and is told', () => {
  expect(placed(['Open.', 'See here.', 'Close.'], 'reviewed')).toEqual({
    texts: [
      [1, 'See here.'],
      [2, 'Close.'],
    ],
    codes: ['codes-changed'],
  })
})
