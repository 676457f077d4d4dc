import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
