import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSidecar } from '../../src/catalogue/parse-sidecar.ts'
import { parseTargets } from '../../src/catalogue/parse-targets.ts'
import { serialiseSidecar } from '../../src/catalogue/serialise-sidecar.ts'
import { serialiseTargets } from '../../src/catalogue/serialise-targets.ts'
import type { Sidecar } from '../../src/catalogue/sidecar.ts'
import type { SegmentState } from '../../src/model.ts'

const file = 'locales/en/page.state.jsonl'

function read(text: string | undefined): Sidecar {
  const parsed = parseSidecar(text, file)
  if (parsed.type === 'invalid') throw new Error(parsed.diagnostic.message)
  return parsed.sidecar
}

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '\n', '\u2028', '<<<<<<<', '\u00a0'))
const state: fc.Arbitrary<SegmentState> = fc.record(
  {
    gap: text,
    key: fc.oneof(fc.constantFrom('__proto__', '1', 'cell.abcdefghij~2'), fc.string()),
    suggestion: fc.record(
      { score: fc.integer({ min: 0, max: 100 }), target: text, origin: fc.constantFrom('draft', 'memory') },
      { requiredKeys: ['target', 'origin'] },
    ),
    state: fc.constantFrom('initial', 'translated', 'reviewed', 'final'),
    origin: fc.constantFrom('human', 'memory', 'deepl'),
    score: fc.integer({ min: 0, max: 100 }),
    orphanSource: text,
    previousSource: text,
    rung: text,
    reviewer: fc.jsonValue().map(value => JSON.parse(JSON.stringify(value))),
  },
  { requiredKeys: ['key', 'state'] },
)
const sidecar: fc.Arbitrary<Sidecar> = fc
  .record(
    {
      states: fc.uniqueArray(state, { selector: ({ key }) => key }),
      diverged: fc.boolean(),
      tail: fc.string(),
    },
    { requiredKeys: ['states', 'diverged'] },
  )
  .map(({ states, ...page }) => ({
    ...page,
    states: new Map(states.map(own => [own.key, own])),
    foreign: [],
  }))

test('reading what was written gives the states back, unknown properties included', () => {
  fc.assert(
    fc.property(sidecar, own => {
      expect(read(serialiseSidecar(own))).toEqual(own)
    }),
  )
})

test('writing what was read gives the file back byte for byte, foreign lines included', () => {
  const foreignLine = fc.dictionary(fc.constantFrom('note', 'x', '1'), fc.jsonValue(), { minKeys: 1 })
  fc.assert(
    fc.property(sidecar, fc.array(fc.tuple(fc.nat(), foreignLine)), (own, foreign) => {
      const lines = serialiseSidecar(own).split('\n').slice(0, -1)
      const first = own.diverged ? 1 : 0
      for (const [place, line] of foreign) {
        lines.splice(first + (place % (own.states.size + 1)), 0, JSON.stringify(line))
      }
      const written = lines.map(line => `${line}\n`).join('')
      expect(serialiseSidecar(read(written))).toBe(written)
    }),
  )
})

test('a line gives its properties in one order, the unknown ones last', () => {
  const states = new Map([
    [
      'k',
      { gap: 'g', key: 'k', by: 'Ana', score: 90, origin: 'memory', state: 'translated' } as SegmentState,
    ],
  ])
  expect(serialiseSidecar({ states, diverged: true, tail: 't', foreign: [] })).toBe(
    '{"page":{"diverged":true}}\n' +
      '{"key":"k","state":"translated","origin":"memory","score":90,"gap":"g","by":"Ana"}\n' +
      '{"tail":"t"}\n',
  )
})

test('nothing to say is the empty text, and no file is an empty sidecar', () => {
  expect(read(undefined)).toEqual({ states: new Map(), diverged: false, foreign: [] })
  expect(serialiseSidecar(read(undefined))).toBe('')
})

test('what a person adds to the lines about the page stays', () => {
  const once = serialiseSidecar(read('{"page":{"diverged":true,"by":"Ana"}}\n{"tail":"t","x":1}\n'))
  expect(once).toBe('{"page":{"diverged":true}}\n{"page":{"by":"Ana"}}\n{"x":1}\n{"tail":"t"}\n')
  expect(serialiseSidecar(read(once))).toBe(once)
})

test.each(['{"page":null}\n', '{"page":{}}\n', '{"page":"x"}\n', '{"tail":1}\n'])(
  'a line about the page that Verso does not write stays: %j',
  line => {
    expect(serialiseSidecar(read(line))).toBe(line)
  },
)

test('blank lines, CRLF, a byte-order mark and a line repeated word for word are read', () => {
  const line = '{"key":"k","state":"reviewed"}'
  expect(serialiseSidecar(read(`\uFEFF${line}\r\n\r\n${line}`))).toBe(`${line}\n`)
})

test.each([
  ['{"key":"a","state":"final"}\n<<<<<<< HEAD\n', '2:1 Git left a merge conflict here'],
  ['\n{"key":\n', '2:1 This line is not a JSON object'],
  ['[]\n', '1:1 This line is not a JSON object'],
  ['null\n', '1:1 This line is not a JSON object'],
  ['{"key":1,"state":"final"}', '1:1 The `key` of this line is no text'],
  ['{"key":"a"}', '1:1 The `state` of `a` is none of'],
  ['{"key":"a","state":"approved"}', '1:1 The `state` of `a` is none of'],
  ['{"key":"a","state":"final","gap":1}', '1:1 The `gap` of `a` is no text'],
  ['{"key":"a","state":"final","score":"9"}', '1:1 The `score` of `a` is no number'],
  ['{"key":"a","state":"final","retranslate":"yes"}', '1:1 The `retranslate` of `a` is not true'],
  ['{"key":"a","state":"final","alternatives":"A"}', '1:1 The `alternatives` of `a` are no list'],
  ['{"key":"a","state":"final","alternatives":[1]}', '1:1 The `alternatives` of `a` are no list'],
  ['{"key":"a","state":"final","suggestion":null}', '1:1 The `suggestion` of `a` has no text'],
  ['{"key":"a","state":"final"}\n{"key":"a","state":"initial"}', '2:1 The key `a` has two lines that differ'],
])('a line that is broken is a diagnostic with its place: %j', (broken, message) => {
  const parsed = parseSidecar(broken, file)
  if (parsed.type !== 'invalid') throw new Error('accepted')
  const { code, line, column } = parsed.diagnostic
  expect(code).toBe('catalogue-invalid')
  expect(`${line}:${column} ${parsed.diagnostic.message}`).toContain(message)
})

test('a page joined from its two files is written as the same two files', () => {
  const resource = '{\n  "a": "A",\n  "n": 1\n}\n'
  const states = '{"key":"a","state":"reviewed","origin":"human"}\n{"note":"x"}\n{"tail":"t"}\n'
  const parsed = parseTargets({ file: 'a.json', text: resource }, { file, text: states })
  if (parsed.type === 'invalid') throw new Error('refused')
  expect(parsed.page.targets.get('a')).toBe('A')
  expect(parsed.page.states.get('a')?.state).toBe('reviewed')
  expect(serialiseTargets(parsed.page)).toEqual({ resource, sidecar: states })
})

test('a page whose two files are both broken has a diagnostic for each', () => {
  const parsed = parseTargets({ file: 'a.json', text: '{' }, { file, text: 'x' })
  expect(parsed.type === 'invalid' && parsed.diagnostics.map(found => found.file)).toEqual(['a.json', file])
})
