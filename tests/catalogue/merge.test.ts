import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeImageLedger } from '../../src/catalogue/merge/merge-image-ledger.ts'
import { mergeResource } from '../../src/catalogue/merge/merge-resource.ts'
import { mergeSidecar } from '../../src/catalogue/merge/merge-sidecar.ts'
import { serialiseResource } from '../../src/catalogue/serialise-resource.ts'
import { serialiseSidecar } from '../../src/catalogue/serialise-sidecar.ts'
import type { SegmentState, State } from '../../src/model.ts'

const resource = (texts: Readonly<Record<string, string>>) =>
  serialiseResource({ texts: new Map(Object.entries(texts)), foreign: [] })

const sidecar = (...states: readonly SegmentState[]) =>
  serialiseSidecar({ states: new Map(states.map(state => [state.key, state])), diverged: false, foreign: [] })

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const texts = fc.dictionary(key, fc.constantFrom('One', 'Two', 'Three'))
const state = fc.constantFrom<State>('initial', 'translated', 'reviewed', 'final')
const states = fc
  .uniqueArray(fc.record({ key, state, score: fc.nat(100) }), { selector: one => one.key })
  .map(list => sidecar(...list))

const entriesOf = (text = '') => Object.fromEntries(Object.entries<string>(JSON.parse(text)))

describe('lists that are kept sorted', () => {
  const entries = fc.dictionary(fc.constantFrom('/a', '/b', '/c', '/d', '/e'), fc.constantFrom('/x', '/y'))
  const sorted = (list: Readonly<Record<string, string>>) =>
    Object.entries(list).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const redirects = (list: Readonly<Record<string, string>>) =>
    `${JSON.stringify(Object.fromEntries(sorted(list)), null, 2)}\n`
  const ledger = (list: Readonly<Record<string, string>>) =>
    sorted(list)
      .map(([image, sha256]) => `${JSON.stringify({ image, sha256 })}\n`)
      .join('')

  test.each([
    ['redirects', redirects, mergeResource],
    ['images', ledger, mergeImageLedger],
  ] as const)(
    '%s: what two sides did to different entries is all there, in order, whichever is ours',
    (_, write, merge) => {
      fc.assert(
        fc.property(entries, entries, fc.subarray(['/a', '/b', '/c', '/d', '/e']), (base, after, own) => {
          const side = (isOurs: boolean) =>
            Object.fromEntries(
              ['/a', '/b', '/c', '/d', '/e'].flatMap(key => {
                const value = (own.includes(key) === isOurs ? after : base)[key]
                return value === undefined ? [] : [[key, value]]
              }),
            )
          const [ours, theirs] = [write(side(true)), write(side(false))]
          const whole = { text: write(after), conflicts: 0 }
          expect(merge(write(base), ours, theirs)).toEqual(whole)
          expect(merge(write(base), theirs, ours)).toEqual(whole)
        }),
      )
    },
  )

  test('an entry that one side changed and the other removed is gone; one that both changed is left to a person', () => {
    expect(mergeResource(redirects({ '/a': '/x' }), redirects({}), redirects({ '/a': '/y' }))).toEqual({
      text: '{}\n',
      conflicts: 0,
    })
    const merged = mergeImageLedger('', ledger({ '/a': '1' }), ledger({ '/a': '2' }))
    expect(merged).toEqual({ text: expect.stringContaining('<<<<<<< ours\n{"image":"/a"'), conflicts: 1 })
    expect(mergeImageLedger('', 'no ledger', '')).toBeUndefined()
  })
})

describe('resources', () => {
  test('what one side changed is taken, its order included', () => {
    fc.assert(
      fc.property(texts, texts, (base, changed) => {
        const [before, after] = [resource(base), resource(changed)]
        expect(mergeResource(before, after, before)).toEqual({ text: after, conflicts: 0 })
        expect(entriesOf(mergeResource(before, before, after)?.text)).toEqual(entriesOf(after))
      }),
    )
  })

  test('every text of either side is in the result unless a side removed it untouched by the other', () => {
    fc.assert(
      fc.property(texts, texts, texts, (base, ours, theirs) => {
        const merged = mergeResource(resource(base), resource(ours), resource(theirs))
        for (const [own, other] of [
          [ours, theirs],
          [theirs, ours],
        ] as const) {
          for (const [name, text] of Object.entries(own)) {
            const isRemoved = !(name in other) && base[name] === text
            const isReplaced = base[name] === text && other[name] !== text
            if (!isRemoved && !isReplaced) expect(merged?.text).toContain(`"${name}": "${text}"`)
          }
        }
      }),
    )
  })

  test('neighbouring lines that each side changed do not conflict, as they would line by line', () => {
    const merged = mergeResource(
      resource({ a: 'Un', b: 'Deux' }),
      resource({ a: 'One', b: 'Deux' }),
      resource({ a: 'Un', b: 'Two', c: 'Three' }),
    )
    expect(merged).toEqual({ text: resource({ a: 'One', b: 'Two', c: 'Three' }), conflicts: 0 })
  })

  test('a text changed in two ways is given in both, between markers', () => {
    const merged = mergeResource(
      resource({ a: 'Un', b: 'Deux' }),
      resource({ a: 'One', b: 'Deux' }),
      resource({ a: 'A', b: 'Deux' }),
    )
    expect(merged).toEqual({
      text: '{\n<<<<<<< ours\n  "a": "One",\n=======\n  "a": "A",\n>>>>>>> theirs\n  "b": "Deux"\n}\n',
      conflicts: 1,
    })
  })

  test('a file that both sides added is merged without an ancestor', () => {
    expect(mergeResource('', resource({ a: 'One' }), resource({ b: 'Two' }))?.text).toBe(
      resource({ b: 'Two', a: 'One' }),
    )
  })

  test.each(['{ "a": "x", "a": "y" }', '<<<<<<< ours\n', '[]'])('%j is no version of a resource', text => {
    expect(mergeResource('{}', text, '{}')).toBeUndefined()
  })
})

describe('sidecars', () => {
  test('what one side changed is taken', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        expect(mergeSidecar(before, after, before)).toEqual({ text: after, conflicts: 0 })
        const merged = mergeSidecar(before, before, after)?.text ?? ''
        expect(merged.split('\n').toSorted()).toEqual(after.split('\n').toSorted())
      }),
    )
  })

  test('a review on one side is not undone by a machine’s state on the other, in whichever order', () => {
    const base = sidecar({ key: 'a', state: 'initial', gap: 'g1' })
    const approved = sidecar({ key: 'a', state: 'reviewed', origin: 'human', gap: 'g1' })
    const drafted = sidecar({ key: 'a', state: 'translated', origin: 'draft', score: 60, gap: 'g2' })
    const expected = sidecar({ key: 'a', state: 'reviewed', origin: 'human', gap: 'g2' })
    for (const [ours, theirs] of [
      [approved, drafted],
      [drafted, approved],
    ] as const) {
      expect(JSON.parse(mergeSidecar(base, ours, theirs)?.text ?? '')).toEqual(JSON.parse(expected))
    }
  })

  test('an approval that one side took back is taken back, whatever else the other changed, in whichever order', () => {
    const base = sidecar({ key: 'a', state: 'reviewed', origin: 'human', gap: 'g1' })
    const reopened = sidecar({ key: 'a', state: 'translated', origin: 'human', gap: 'g1' })
    const written = sidecar({ key: 'a', state: 'reviewed', origin: 'human', gap: 'g2' })
    const expected = sidecar({ key: 'a', state: 'translated', origin: 'human', gap: 'g2' })
    for (const [ours, theirs] of [
      [reopened, written],
      [written, reopened],
    ] as const) {
      expect(JSON.parse(mergeSidecar(base, ours, theirs)?.text ?? '')).toEqual(JSON.parse(expected))
    }
  })

  test('what both sides say of the page becomes one line', () => {
    const page = (value: object) => `${JSON.stringify({ page: value })}\n`
    const merged = mergeSidecar(page({ a: 1 }), page({ a: 1, diverged: true }), page({ a: 2 }))
    expect(merged?.text.trim().split('\n')).toHaveLength(1)
  })

  test('the page’s own lines stay first and last', () => {
    const page = '{"page":{"diverged":true}}\n'
    const tail = '{"tail":"t1"}\n'
    const one = sidecar({ key: 'a', state: 'reviewed' })
    const two = sidecar({ key: 'a', state: 'reviewed' }, { key: 'b', state: 'final' })
    expect(mergeSidecar(one + tail, page + one + tail, two + tail)?.text).toBe(page + two + tail)
  })

  test('a line that is no JSON object is no version of a sidecar', () => {
    expect(mergeSidecar('', '=======\n', '')).toBeUndefined()
  })
})

test.each([
  ['what both sides changed alike is no conflict', { a: 'One' }, { a: 'Two' }, { a: 'Two' }, { a: 'Two' }],
  ['what we removed and they changed stays', { a: 'One' }, {}, { a: 'Two' }, { a: 'Two' }],
  ['what they removed and we changed stays', { a: 'One' }, { a: 'Two' }, {}, { a: 'Two' }],
])('of texts, %s', (_, base, ours, theirs, merged) => {
  const [before, own, other] = [base, ours, theirs].map(texts => resource({ ...texts, z: 'Last' }))
  expect(mergeResource(before ?? '', own ?? '', other ?? '')).toEqual({
    text: resource({ ...merged, z: 'Last' }),
    conflicts: 0,
  })
})

test('a sidecar with a line that is no object is not merged', () => {
  const own = sidecar({ key: 'a', state: 'reviewed' })
  for (const line of ['null\n', '[1]\n', '1\n', '{\n'])
    expect(mergeSidecar(own, own, own + line)).toBeUndefined()
})
