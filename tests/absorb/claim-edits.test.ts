import { expect, test } from 'vitest'
import { claimEdits } from '../../src/absorb/base/claim-edits.ts'
import { markSaved } from '../../src/absorb/base/mark-saved.ts'
import { writtenDigest } from '../../src/absorb/base/written-digest.ts'
import type { PageTargets, SegmentState } from '../../src/model.ts'

const key = 'p.abcdefghij'

function pageOf(target: string, state: Partial<SegmentState>): PageTargets {
  const own: SegmentState = { key, state: 'translated', origin: 'draft', ...state }
  return { targets: new Map([[key, target]]), states: new Map([[key, own]]), diverged: false }
}

const stateOf = ({ states }: PageTargets) => states.get(key)

test('what a run saved and has not yet written to the page is no edit of a person', () => {
  const saved = markSaved(pageOf('Close it.', { written: writtenDigest('Shut it.') }))
  expect(stateOf(claimEdits(saved))).toEqual(stateOf(saved))
})

test('what the page says needs no mark in the sidecar', () => {
  const page = pageOf('Close it.', { written: writtenDigest('Close it.') })
  expect(markSaved(page)).toEqual(page)
})

test.each(['translated', 'reviewed', 'final'] as const)(
  'a %s target that a person changed is theirs, as good as it was before, and no other is offered that says the same',
  state => {
    const written = writtenDigest('Close it.')
    const page = pageOf('Shut it.', { state, written, alternatives: ['Shut it.', 'Bolt it.'], score: 1 })
    expect(stateOf(claimEdits(page))).toEqual({
      key,
      state,
      origin: 'human',
      written,
      alternatives: ['Bolt it.'],
    })
  },
)
