import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAsWritten } from '../../src/absorb/base/is-as-written.ts'
import type { PageTargets, SegmentState, Skeleton } from '../../src/model.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { applyEdit, bilingualPage, handEdit, render } from './generated-pages.ts'
import { baseOf, extract, write } from './page-kit.ts'

/** The catalogue page that a run leaves: segments that share a key have one line, with a gap for each. */
function recorded(source: Skeleton, targets: readonly string[]): PageTargets {
  const { segments, tail } = baseOf(source, targets)
  const states = new Map<string, SegmentState>()
  for (const { key, gap = '', written = '' } of segments) {
    const before = states.get(key)
    const gaps = before === undefined ? gap : `${before.gap} ${gap}`
    states.set(key, {
      key,
      state: 'translated',
      origin: 'draft',
      gap: gaps,
      written: before?.written ?? written,
    })
  }
  const entries = segments.flatMap(({ key, target }) =>
    target === undefined ? [] : [[key, target] as const],
  )
  return { targets: new Map(entries), states, diverged: false, ...(tail === undefined ? {} : { tail }) }
}

test('a page as it was written is known as that, and one with any edit of a person is not', () => {
  fc.assert(
    fc.property(bilingualPage(), handEdit(), (page, edit) => {
      const source = extract(render(page.source), 'fr')
      const targets = segmentsOf(extract(render(page.target), 'en')).map(({ fragment }) => fragment)
      const catalogue = recorded(source, targets)
      const written = write(source, targets)
      expect(isAsWritten(extract(written, 'en'), catalogue)).toBe(true)
      const edited = render(applyEdit(page.target, edit))
      if (edited !== render(page.target)) expect(isAsWritten(extract(edited, 'en'), catalogue)).toBe(false)
    }),
  )
})

test('a target of two sentences is known again, and a page that lost a repeated sentence is not', () => {
  const source = extract('Attendez.\n\nOuvrez.\n\nAttendez.\n', 'fr')
  const targets = ['Wait.', 'Open. Then look.', 'Wait.']
  const catalogue = recorded(source, targets)
  expect(isAsWritten(extract(write(source, targets), 'en'), catalogue)).toBe(true)
  expect(isAsWritten(extract('Wait.\n\nOpen. Then look.\n', 'en'), catalogue)).toBe(false)
})

test('a page that is patched, and so may hold what a person wrote, is not known as it was written', () => {
  const source = extract('Ouvrez.\n', 'fr')
  const catalogue = recorded(source, ['Open.'])
  expect(isAsWritten(extract('Open.\n', 'en'), { ...catalogue, diverged: true })).toBe(false)
})

test('a target that is kept after its source is gone does not hide that a page is as it was written', () => {
  const source = extract('Ouvrez.\n', 'fr')
  const catalogue = recorded(source, ['Open.'])
  const orphan: SegmentState = { key: 'p.abcdefghij', state: 'reviewed', orphanSource: 'Fermez.' }
  const states = new Map([...catalogue.states, [orphan.key, orphan]])
  expect(isAsWritten(extract('Open.\n', 'en'), { ...catalogue, states })).toBe(true)
})
