import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseResource } from '../../src/catalogue/parse-resource.ts'
import type { Resource } from '../../src/catalogue/resource.ts'
import { serialiseResource } from '../../src/catalogue/serialise-resource.ts'

const file = 'locales/en/page.json'

function read(text: string | undefined): Resource {
  const parsed = parseResource(text, file)
  if (parsed.type === 'invalid') throw new Error(parsed.diagnostic.message)
  return parsed.resource
}

function faultOf(text: string): string {
  const parsed = parseResource(text, file)
  if (parsed.type !== 'invalid') throw new Error('accepted')
  const { code, severity, line, column, message } = parsed.diagnostic
  return `${severity} ${code} ${parsed.diagnostic.file}:${line}:${column} ${message}`
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '$t(key)',
    '{{date}}',
    'a\nb',
    '\u00a0: «\u202f',
    '\u2028',
    '\ud800',
    '<<<<<<< HEAD',
    '"\\"',
  ),
)
const key = fc.oneof(
  fc.constantFrom('paragraph.abcdefghij', 'cell.abcdefghij~2', '2', '10', '__proto__', 'constructor', ''),
  fc.string(),
)
const json = fc.jsonValue().filter(value => typeof value !== 'string')

test('writing what was read gives the file back byte for byte, whatever its keys and values', () => {
  const members = fc.uniqueArray(fc.tuple(key, fc.oneof(text, json)), { selector: ([name]) => name })
  fc.assert(
    fc.property(members, entries => {
      const lines = entries.map(
        ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value, null, 1)}`,
      )
      const written = lines.length === 0 ? '{}\n' : `{\n${lines.join(',\n')}\n}\n`
      expect(serialiseResource(read(written))).toBe(written)
    }),
  )
})

test('reading what was written gives the texts back in their order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(key, text), { selector: ([name]) => name }), entries => {
      const written = serialiseResource({ texts: new Map(entries), foreign: [] })
      expect([...read(written).texts]).toEqual(entries)
    }),
  )
})

test('one key stands on a line, in the order of the map, and a newline ends the file', () => {
  const texts = new Map([
    ['b', 'Cliquez\u00a0: **Autoriser**'],
    ['a', 'é "x"'],
  ])
  expect(serialiseResource({ texts, foreign: [] })).toBe(
    '{\n  "b": "Cliquez\u00a0: **Autoriser**",\n  "a": "é \\"x\\""\n}\n',
  )
})

test('a file that does not exist is an empty resource, and the empty resource is written as such', () => {
  expect(read(undefined)).toEqual({ texts: new Map(), foreign: [] })
  expect(serialiseResource(read(undefined))).toBe('{}\n')
  expect(read('{}').texts.size).toBe(0)
  expect(read(' { } ').texts.size).toBe(0)
})

test('an entry that is no text stays after its neighbour when texts around it change', () => {
  const { foreign } = read('{"@note":{"by": ["Ana"]},"a":"A","n":null,"b":"B","c":3}')
  const texts = new Map([
    ['b', 'B2'],
    ['new', 'N'],
    ['a', 'A2'],
  ])
  expect(serialiseResource({ texts, foreign })).toBe(
    '{\n  "@note": {"by": ["Ana"]},\n  "b": "B2",\n  "c": 3,\n  "new": "N",\n  "a": "A2",\n  "n": null\n}\n',
  )
})

test('an entry whose neighbour is gone goes last', () => {
  const { foreign } = read('{"a":"A","n":1,"b":"B"}')
  expect(serialiseResource({ texts: new Map([['b', 'B']]), foreign })).toBe('{\n  "b": "B",\n  "n": 1\n}\n')
})

test('a byte-order mark, CRLF and any layout are read', () => {
  expect([...read('\uFEFF{\r\n\t"a" : "A" ,\r\n"b":"\\u00e9"}\r\n').texts]).toEqual([
    ['a', 'A'],
    ['b', 'é'],
  ])
})

test('a key twice with one text is read once', () => {
  expect([...read('{"a":"A","b":"B","a":"A"}').texts.keys()]).toEqual(['a', 'b'])
})

test.each([
  [
    '{\n  "a": "A",\n<<<<<<< HEAD\n  "b": "B"\n=======\n  "b": "C"\n>>>>>>> x\n}\n',
    '3:1 Git left a merge conflict',
  ],
  ['{\r\n"a": ?,\r\n|||||||\r\n}', '3:1 Git left a merge conflict'],
  ['{"a":"A","a":"B"}', '1:10 The key `a` is there twice, with different texts'],
  ['', '1:1 Expected `{`'],
  ['[]', '1:1 Expected `{`'],
  ['null', '1:1 Expected `{`'],
  ['{\n  "a": "A"\n  "b": "B"\n}\n', '3:3 Expected `,` or `}`'],
  ['{\n  "a": "A",\n}\n', '3:1 Expected a key'],
  ['{"a" "A"}', '1:6 Expected `:`'],
  ["{'a': 1}", '1:2 Expected a key'],
  ['{"a": tru}', '1:7 Expected a JSON value'],
  ['{"a": }', '1:7 Expected a JSON value'],
  ['{"a": "A', '1:7 Expected a JSON value'],
  ['{"a": "x\ny"}', '1:7 Expected a JSON value'],
  ['{"a": {"b": [}}', '1:7 Expected a JSON value'],
  ['{"a": "A"} x', '1:12 Expected nothing after'],
  ['{"a": "A"', '1:10 Expected `,` or `}`'],
  ['{', '1:2 Expected a key'],
])('a file that is no JSON object is a diagnostic with its place: %j', (broken, message) => {
  expect(faultOf(broken)).toContain(`error catalogue-invalid ${file}:${message}`)
})

test('whatever the text, reading it ends in a resource or a diagnostic, and agrees with JSON.parse', () => {
  const pieces = fc.array(
    fc.constantFrom('{', '}', '"a"', '"b"', ':', ',', ' ', '1', 'null', '[', ']', '"', '\\', '\n', 'x'),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(pieces, parts => {
      const written = parts.join('')
      const parsed = parseResource(written, file)
      let isObject = false
      try {
        isObject = /^\s*\{/.test(written) && typeof JSON.parse(written) === 'object'
      } catch {}
      if (parsed.type === 'invalid' && parsed.diagnostic.message.includes('twice')) return
      expect(parsed.type).toBe(isObject ? 'resource' : 'invalid')
    }),
    { numRuns: 2000 },
  )
})

test('a value nested 100,000 deep and a text of a million escapes are read', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  expect(['resource', 'invalid']).toContain(parseResource(`{"a": ${deep}}`, file).type)
  expect(read(`{"n":1,"a":"${'\\"'.repeat(1_000_000)}"}`).texts.get('a')).toHaveLength(1_000_000)
})
