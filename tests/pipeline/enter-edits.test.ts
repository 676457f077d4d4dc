import { expect, test } from 'vitest'
import type { Absorption, Edit } from '../../src/absorb/absorption.ts'
import { enterEdits } from '../../src/pipeline/run/enter-edits.ts'
import { noLinks } from '../../src/pipeline/site/no-links.ts'
import { type KnownEntry, targetInHand } from './support/target-in-hand.ts'

const approved = { target: 'Close it.', state: 'reviewed', origin: 'human' } as const

/** What the catalogue has of the one segment after a person's edit of it was entered. */
function after(before: KnownEntry, edit: Partial<Edit>) {
  const taken = targetInHand('Fermez.\n', [before])
  const { skeleton, segments } = taken.page
  const key = segments[0]?.key ?? ''
  const whole = {
    index: 0,
    segment: 0,
    key,
    target: 'Shut it.',
    previous: before.target,
    isUnwritten: false,
    isNew: false,
    source: 'Fermez.',
    codes: 'kept',
    position: { line: 1, column: 1, offset: 0 },
    ...edit,
  } as const
  const absorption = { edits: [whole] } as Partial<Absorption> as Absorption
  const entries = enterEdits(taken, absorption, skeleton, { derived: {}, links: [], follow: noLinks })
  const { key: _, ...state } = entries.states.get(key) ?? { key }
  return { target: entries.targets.get(key), ...state }
}

const edited = { target: 'Shut it.', state: 'reviewed', origin: 'human' } as const

test.each<[what: string, before: KnownEntry, edit: Partial<Edit>, expected: KnownEntry]>([
  ['takes the place of what was written', approved, {}, edited],
  [
    'is stale where its source changed as well',
    approved,
    { source: 'Fermez la porte.' },
    { ...edited, previousSource: 'Fermez la porte.' },
  ],
  [
    'has beside it what a person wrote in the catalogue meanwhile',
    approved,
    { isUnwritten: true },
    { ...edited, alternatives: ['Close it.'] },
  ],
  ['has not, where the two wrote the same', approved, { isUnwritten: true, target: 'Close it.' }, approved],
  [
    'has no machine’s text beside it',
    { ...approved, state: 'translated', origin: 'deepl' },
    { isUnwritten: true },
    edited,
  ],
  [
    'keeps what was beside the text before, each once',
    { ...approved, alternatives: ['Lock it.', 'Close it.'] },
    { isUnwritten: true },
    { ...edited, alternatives: ['Lock it.', 'Close it.'] },
  ],
  [
    'has nothing beside it where what the catalogue had was taken out',
    { state: 'reviewed', origin: 'human' },
    { isUnwritten: true },
    edited,
  ],
])('a person’s edit %s', (_, before, edit, expected) => {
  expect(after(before, edit)).toEqual(expected)
})
