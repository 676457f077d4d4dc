import { expect, test } from 'vitest'
import { recordPage } from '../../src/pipeline/run/record-page.ts'
import { type KnownEntry, targetInHand } from './support/target-in-hand.ts'

const record = { gaps: ['g1', 'g2', 'g3'], written: ['w1', 'w2', 'w3'], tail: 't' }

/** State, gap and digest of each segment after the page was recorded. */
function recorded(text: string, known: readonly (KnownEntry | undefined)[]) {
  const { states, tail } = recordPage(targetInHand(text, known), record)
  return [...[...states.values()].map(({ state, gap, written }) => `${state} ${gap} ${written}`), tail]
}

test('what stands before each place of a repeated sentence is remembered, and the sentence once', () => {
  expect(recorded('Voir.\n\nOuvrez.\n\nVoir.\n', [])).toEqual(['initial g1 g3 w1', 'initial g2 w2', 't'])
})

test('a text without a state is a translation, what has none is not, and a known state stays', () => {
  const known = [{ target: 'See.' }, undefined, { target: 'Close.', state: 'final' } as const]
  expect(recorded('Voir.\n\nOuvrez.\n\nFermez.\n', known)).toEqual([
    'translated g1 w1',
    'initial g2 w2',
    'final g3 w3',
    't',
  ])
})

test('what is known of sentences that the page has no more is kept', () => {
  const target = targetInHand('Voir.\n', [])
  const orphan = { key: 'paragraph.gone', state: 'reviewed', orphanSource: 'Lisez.' } as const
  const entries = { ...target.entries, states: new Map([[orphan.key, orphan]]) }
  expect(recordPage({ ...target, entries }, record).states.get(orphan.key)).toEqual(orphan)
})
