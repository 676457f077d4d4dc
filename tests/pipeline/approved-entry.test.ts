import { expect, test } from 'vitest'
import type { SegmentState } from '../../src/model.ts'
import { approvedEntry } from '../../src/pipeline/review/approved-entry.ts'
import { confirmedEntry } from '../../src/pipeline/review/confirmed-entry.ts'

const key = 'paragraph.x'
const machine = { key, state: 'translated', origin: 'deepl', gap: 'g' } as const
const approved = { ...machine, state: 'reviewed' } as const
const suggestion = { target: 'Close it.', origin: 'draft', score: 60 } as const
const changed = {
  previousSource: 'Fermez.',
  suggestion,
  retranslate: true,
  rung: 'pieces',
  score: 40,
} as const

test.each<
  [
    what: string,
    before: SegmentState | undefined,
    approved: object | undefined,
    confirmed: object | undefined,
  ]
>([
  ['a text without a state', undefined, { state: 'reviewed' }, { state: 'reviewed' }],
  ['a machine’s text', machine, approved, approved],
  ['an approved text', approved, undefined, undefined],
  ['a final text', { ...machine, state: 'final' }, undefined, undefined],
  [
    'a final text with a proposal',
    { ...machine, state: 'final', previousSource: 'Fermez.', suggestion },
    undefined,
    undefined,
  ],
  ['an approved text whose source changed', { ...approved, previousSource: 'Fermez.' }, approved, approved],
  [
    'an approved text beside which there is another one',
    { ...approved, alternatives: ['Lock it.'] },
    approved,
    approved,
  ],
  ['a text that stands, whatever was suggested once', { ...machine, suggestion }, approved, approved],
  [
    'a text that is what is suggested',
    { ...machine, previousSource: 'Fermez.', suggestion: { ...suggestion, target: 'Shut it.' } },
    approved,
    approved,
  ],
  [
    'a text with a proposal, which approving takes and confirming doesn’t',
    { ...machine, ...changed },
    { target: 'Close it.', key, gap: 'g', state: 'reviewed', origin: 'draft', score: 60 },
    { ...approved, rung: 'pieces', score: 40 },
  ],
])('approving and confirming %s', (_, before, byApproval, byConfirmation) => {
  const entryOf = (expected: object | undefined) => {
    if (expected === undefined) return undefined
    const { target = 'Shut it.', ...state } = expected as { readonly target?: string }
    return { target, state }
  }
  expect(approvedEntry('Shut it.', before)).toEqual(entryOf(byApproval))
  expect(confirmedEntry('Shut it.', before)).toEqual(entryOf(byConfirmation))
})

test('what has no text is approved with its proposal alone, and never confirmed', () => {
  const empty = { key, state: 'initial' } as const
  expect(approvedEntry(undefined, empty)).toBeUndefined()
  expect(confirmedEntry(undefined, undefined)).toBeUndefined()
  expect(confirmedEntry(undefined, { ...empty, suggestion })).toBeUndefined()
  expect(approvedEntry(undefined, { ...empty, suggestion })?.target).toBe('Close it.')
})
