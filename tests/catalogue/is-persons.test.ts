import { expect, test } from 'vitest'
import { isPersonsEntry } from '../../src/catalogue/is-persons-entry.ts'
import { isPersonsPage } from '../../src/catalogue/is-persons-page.ts'
import type { PageTargets, SegmentState } from '../../src/model.ts'

const key = 'paragraph.abcdefghij'

test.each<[string, string, Omit<SegmentState, 'key'> | undefined, boolean]>([
  ['a machine’s target', key, { state: 'translated', origin: 'deepl' }, false],
  ['one that a person confirmed', key, { state: 'reviewed', origin: 'deepl' }, true],
  ['one that is final', key, { state: 'final', origin: 'deepl' }, true],
  ['one that a person wrote', key, { state: 'translated', origin: 'human' }, true],
  ['one beside another of a person', key, { state: 'translated', alternatives: ['Other.'] }, true],
  ['one without a state', key, undefined, true],
  ['one under a person’s own key', 'menu.note', { state: 'translated', origin: 'deepl' }, true],
])('whether %s is nobody’s to drop', (_, own, state, expected) => {
  expect(isPersonsEntry(own, state && { key: own, ...state })).toBe(expected)
})

test('a page of a machine’s targets is a person’s once it has a line of one, and not before', () => {
  const page: PageTargets = {
    targets: new Map([[key, 'One.']]),
    states: new Map([[key, { key, state: 'translated', origin: 'deepl' }]]),
    diverged: false,
  }
  const line = { after: undefined, raw: '"note": 1' }
  expect(isPersonsPage(page)).toBe(false)
  expect(isPersonsPage({ ...page, foreign: { resource: [], sidecar: [] } })).toBe(false)
  expect(isPersonsPage({ ...page, foreign: { resource: [line], sidecar: [] } })).toBe(true)
  expect(isPersonsPage({ ...page, foreign: { resource: [], sidecar: [line] } })).toBe(true)
})
