import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignKeys } from '../../src/catalogue/assign-keys.ts'
import type { Entry } from '../../src/catalogue/entry.ts'
import { serialiseTargets } from '../../src/catalogue/serialise-targets.ts'
import { setTargets } from '../../src/catalogue/set-targets.ts'
import { sourceResource } from '../../src/catalogue/source-resource.ts'
import type { PageTargets, State } from '../../src/model.ts'

const empty: PageTargets = { targets: new Map(), states: new Map(), diverged: false }
const k = 'cell.aaaaaaaaaa'
const a = 'paragraph.bbbbbbbbbb'

function segments(...keys: readonly string[]) {
  return keys.map(key => ({ key, fragment: `FR ${key}` }))
}

function entry(target: string | undefined, state: State = 'translated'): Entry {
  return { target, state: { state } }
}

/** The pages's targets and states, for a glance. */
function shown(page: PageTargets) {
  return [...new Set([...page.targets.keys(), ...page.states.keys()])].map(
    key =>
      `${key.split('.')[1]?.replace(/^(.)\1+/, '$1')} ${page.targets.get(key)} ${page.states.get(key)?.state}`,
  )
}

test('an occurrence has a key of its own where the catalogue knows one, else the shared one', () => {
  const known = new Set([k, `${k}~3`, `${a}~2`])
  expect(assignKeys(segments(k, a, k, k, k), key => known.has(key))).toEqual([k, a, k, `${k}~3`, k])
})

test('equal segments with equal targets share a key', () => {
  const page = setTargets(empty, segments(k, a, k), new Map([0, 1, 2].map(n => [n, entry('T')])))
  expect(shown(page)).toEqual(['a T translated', 'b T translated'])
})

test('a later occurrence whose target differs gets a key of its own, in page order', () => {
  const page = setTargets(
    empty,
    segments(k, a, k, k),
    new Map([
      [0, entry('T')],
      [1, entry('A')],
      [2, entry('U')],
      [3, entry('T')],
    ]),
  )
  expect(shown(page)).toEqual(['a T translated', 'b A translated', 'a~2 U translated'])
})

test('a new target of the first occurrence leaves the others theirs', () => {
  const before = setTargets(empty, segments(k, k, k), new Map([[0, entry('T')]]))
  const page = setTargets(before, segments(k, k, k), new Map([[0, entry('U', 'reviewed')]]))
  expect(shown(page)).toEqual(['a U reviewed', 'a~2 T translated', 'a~3 T translated'])
})

test('a target for an untranslated occurrence holds for the others that are untranslated', () => {
  const page = setTargets(empty, segments(k, k), new Map([[1, entry('T')]]))
  expect(shown(page)).toEqual(['a T translated'])
})

test('confirming one of equal segments with equal targets confirms all', () => {
  const before = setTargets(empty, segments(k, k), new Map([[0, entry('T')]]))
  expect(shown(setTargets(before, segments(k, k), new Map([[1, entry('T', 'reviewed')]])))).toEqual([
    'a T reviewed',
  ])
})

test('what once had a key of its own keeps it, even when targets are equal again', () => {
  const before = setTargets(
    empty,
    segments(k, k),
    new Map([
      [0, entry('T')],
      [1, entry('U')],
    ]),
  )
  const page = setTargets(before, segments(k, k), new Map([[1, entry('T')]]))
  expect(shown(page)).toEqual(['a T translated', 'a~2 T translated'])
})

test('an empty target is a target, and a state may stand alone', () => {
  const page = setTargets(
    empty,
    segments(a, k),
    new Map([
      [0, entry('')],
      [1, entry(undefined, 'initial')],
    ]),
  )
  expect(shown(page)).toEqual(['b  translated', 'a undefined initial'])
})

test('taking the target of one of equal segments away leaves the others theirs', () => {
  const before = setTargets(empty, segments(k, k, k), new Map([[0, entry('T')]]))
  const gone = entry(undefined, 'initial')
  const first = setTargets(before, segments(k, k, k), new Map([[0, gone]]))
  expect(shown(first)).toEqual(['a~2 T translated', 'a~3 T translated', 'a undefined initial'])
  expect(setTargets(first, segments(k, k, k), new Map())).toEqual(first)
  const second = setTargets(before, segments(k, k, k), new Map([[1, gone]]))
  expect(shown(second)).toEqual(['a T translated', 'a~2 undefined initial'])
})

test('taking the targets of all equal segments away leaves one state', () => {
  const before = setTargets(empty, segments(k, k), new Map([[0, entry('T')]]))
  const changes = new Map([0, 1].map(n => [n, entry(undefined, 'initial')]))
  expect(shown(setTargets(before, segments(k, k), changes))).toEqual(['a undefined initial'])
})

test('orphans go last, and what a person added stays after its neighbour', () => {
  const before: PageTargets = {
    targets: new Map([
      ['first', 'F'],
      ['paragraph.zzzzzzzzzz', 'Z'],
      [k, 'K'],
      ['note', 'N'],
      ['second', 'S'],
      [a, 'A'],
    ]),
    states: new Map([
      [k, { key: k, state: 'reviewed' }],
      ['paragraph.zzzzzzzzzz', { key: 'paragraph.zzzzzzzzzz', state: 'reviewed', orphanSource: 'Z fr' }],
    ]),
    diverged: true,
    tail: 't',
    foreign: { resource: [{ after: k, raw: '"x": 1' }], sidecar: [] },
  }
  const page = setTargets(before, segments(a, k), new Map())
  expect([...page.targets]).toEqual([
    ['first', 'F'],
    [a, 'A'],
    [k, 'K'],
    ['note', 'N'],
    ['second', 'S'],
    ['paragraph.zzzzzzzzzz', 'Z'],
  ])
  expect([...page.states.keys()]).toEqual([k, 'paragraph.zzzzzzzzzz'])
  expect(page).toMatchObject({ diverged: true, tail: 't', foreign: before.foreign })
  expect(setTargets(page, segments(a, k), new Map())).toEqual(page)
})

test('whatever the targets of its occurrences, a page reads back what was set, and setting nothing changes no byte', () => {
  const key = fc.constantFrom(k, a, 'heading.cccccccccc')
  const target = fc.constantFrom('T', 'U', '')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(key, target), { maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(), target)),
      (all, edits) => {
        const own = segments(...all.map(([name]) => name))
        let page = setTargets(empty, own, new Map(all.map(([, text], n) => [n, entry(text)])))
        const expected = all.map(([, text]) => text)
        for (const [at, text] of edits) {
          if (all.length === 0) break
          expected[at % all.length] = text
          page = setTargets(page, own, new Map([[at % all.length, entry(text, 'reviewed')]]))
        }
        const isKnown = (name: string) => page.targets.has(name)
        expect(assignKeys(own, isKnown).map(name => page.targets.get(name))).toEqual(expected)
        expect(serialiseTargets(setTargets(page, own, new Map()))).toEqual(serialiseTargets(page))
      },
    ),
  )
})

test('the source resource lists, in page order, every key that a target resource has', () => {
  const before = {
    texts: new Map([
      ['heading.dddddddddd', 'gone'],
      [k, 'old place'],
      ['note', 'N'],
      [a, 'A'],
    ]),
    foreign: [{ after: k, raw: '"x": 1' }],
  }
  const known = new Set([`${k}~2`])
  const { texts, foreign } = sourceResource(segments(a, k, k, k), key => known.has(key), before)
  expect([...texts]).toEqual([
    [a, `FR ${a}`],
    [k, `FR ${k}`],
    ['note', 'N'],
    [`${k}~2`, `FR ${k}`],
  ])
  expect(foreign).toBe(before.foreign)
})

test('a change of one segment leaves equal ones of another text, untranslated ones and what is no target as they were', () => {
  const before = setTargets(empty, segments(k, a, k), new Map([[0, entry('T')]]))
  const proposed = {
    ...before,
    states: new Map([...before.states, [a, { key: a, state: 'initial', gap: 'g' } as const]]),
  }
  const after = setTargets(proposed, segments(k, a, k), new Map([[2, entry('U')]]))
  expect(shown(after)).toEqual(['a T translated', 'a~2 U translated', 'b undefined initial'])
  expect(after.states.get(a)).toEqual({ key: a, state: 'initial', gap: 'g' })
})

test('equal segments of which one had no target yet share the one that it is given', () => {
  const before = setTargets(empty, segments(k, k), new Map([[1, entry(undefined, 'initial')]]))
  expect(shown(setTargets(before, segments(k, k), new Map([[1, entry('T', 'reviewed')]])))).toEqual([
    'a T reviewed',
  ])
})
