import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readValues } from '../../src/syntax/yaml/read-values.ts'
import { writeYamlScalar } from '../../src/syntax/yaml/write-yaml-scalar.ts'

/** `raw` with its text values replaced by what `change` gives for them. */
function rewritten(raw: string, change: (value: string, path: string) => string): string {
  const options = { file: 'a.md', format: 'markdown', rules: [], line: 1, offset: 0 } as const
  const { values, diagnostics } = readValues(raw, options)
  expect(diagnostics).toEqual([])
  let out = ''
  let last = 0
  for (const { start, end, value, place, path } of values) {
    out += raw.slice(last, start) + writeYamlScalar(raw.slice(start, end), change(value, path), place)
    last = end
  }
  return out + raw.slice(last)
}

const stays = [
  'Un titre',
  "L'été — ¿ça va ?",
  'a:b#c',
  'http://x.fr',
  'C#',
  '-a',
  '12 pages',
  'Oui !',
  'Un, deux [3]',
]
const quotes = [
  'Un : deux',
  'Remarque\u00a0: trois',
  'Un #deux',
  'Un:',
  ...['-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '%', '@', '`', '"'].map(
    start => `${start} x`,
  ),
  ...[
    'true',
    'No',
    'null',
    '~',
    '12',
    '-1.5',
    '1e3',
    '0x1f',
    '12:30',
    '2024-01-31',
    '2024-01-31 12:00',
    '.inf',
    'yes',
  ],
  ' x',
  'x ',
  '',
  '---',
]

describe('writeYamlScalar', () => {
  it.each(stays)('leaves %j plain', value => {
    expect(rewritten('a: x # y\n', () => value)).toBe(`a: ${value} # y\n`)
  })

  it.each(quotes)('puts %j between quotes, which a plain scalar could not hold', value => {
    expect(rewritten('a: x # y\n', () => value)).toBe(`a: '${value}' # y\n`)
  })

  it('takes double quotes for a text with an apostrophe, and single ones for a text with double quotes', () => {
    expect(rewritten('a: x', () => "L'un : deux")).toBe('a: "L\'un : deux"')
    expect(rewritten('a: x', () => '"Un"')).toBe('a: \'"Un"\'')
    expect(rewritten('a: x', () => '"L\'un"')).toBe("a: '\"L''un\"'")
  })

  it('keeps quotes of their kind', () => {
    expect(rewritten('a: \'x\'\nb: "y"\n', () => 'L\'un "deux"')).toBe(
      'a: \'L\'\'un "deux"\'\nb: "L\'un \\"deux\\""\n',
    )
  })

  it('quotes a comma only where it would end the scalar', () => {
    expect(rewritten('a: x\nb: [x, z]\n', () => 'un, deux')).toBe(
      "a: un, deux\nb: ['un, deux', 'un, deux']\n",
    )
  })

  it('writes a character as an escape again when the page did so', () => {
    expect(rewritten('a: "x\\_: \\u00E9"', () => 'é\u00a0: è')).toBe('a: "\\u00E9\\_: è"')
  })

  it('keeps header, comment, indentation and line ends of block scalars', () => {
    expect(rewritten('a: | # note\r\n    un\r\n      deux\r\nb: x\r\n', value => value.toUpperCase())).toBe(
      'a: | # note\r\n    UN\r\n      DEUX\r\nb: X\r\n',
    )
    expect(rewritten('a: >-\n  un\n  deux\n\n  trois\nb: x', value => value.toUpperCase())).toBe(
      'a: >-\n  UN DEUX\n\n  TROIS\nb: X',
    )
    expect(rewritten('a:\n  b: |2+\n     un\n\n\n  c: x', value => value.toUpperCase())).toBe(
      'a:\n  b: |2+\n     UN\n\n\n  c: X',
    )
  })

  it('changes the indicators of a block scalar only when the value asks for it', () => {
    expect(rewritten('a: |\n  un\nb: x', () => 'deux')).toBe('a: |-\n  deux\nb: deux')
    expect(rewritten('a: |-\n  un\nb: x', value => (value === 'un' ? ' deux\n' : value))).toBe(
      'a: |2\n   deux\nb: x',
    )
    expect(rewritten('a: >\n  un\nb: x', value => (value === 'un\n' ? 'un\n  deux\n' : value))).toBe(
      'a: |\n  un\n    deux\nb: x',
    )
    expect(rewritten('a: |\n  un\nb: x', value => (value === 'un\n' ? '\u0000' : value))).toBe(
      'a: "\\0"\nb: x',
    )
  })

  it('writes what reads as the new value, and leaves everything else as it was', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'aé 1-:#,[]{}&*!|>\'"%@`\n\t\\?~=<.\u00a0\u2028\r\u0000😀_') }),
      fc.constantFrom(...stays, ...quotes),
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('un', 'deux trois', '', ' x', '# y'), { maxLength: 6 })
        .map(lines => lines.join('\n')),
    )
    const scalars = [
      'plain',
      'plain sur\n    deux lignes',
      "'single'",
      '"double"',
      '|\n    literal\n     lines\n',
      '|2+ # note\n    kept\n\n\n',
      '|-\n    strip\n',
      '>\n    folded\n    lines\n\n    again\n',
      '>+\n    folded\n\n',
    ]
    const scalar = fc
      .constantFrom(...scalars)
      .map(source => (source.endsWith('\n') ? source : `${source} # c\n`))
    const page = fc.tuple(scalar, scalar, scalar, fc.boolean()).map(([a, b, c, windows]) => {
      const raw = `un:\n  a: ${a}  n: 1\n  b: ${b}  # d\n  l:\n  - x\n  - [v, {k: z}]\n  c: ${c}fin: w`
      return windows ? raw.replaceAll('\n', '\r\n') : raw
    })
    fc.assert(
      fc.property(page, fc.array(text, { minLength: 7, maxLength: 7 }), (raw, values) => {
        const paths = ['un.a', 'un.b', 'un.l.0', 'un.l.1.0', 'un.l.1.1.k', 'un.c', 'fin']
        const target = rewritten(raw, (_, path) => values[paths.indexOf(path)] ?? '')
        const [a, b, x, y, z, c, w] = values
        const expected = { un: { a, n: 1, b, l: [x, [y, { k: z }]], c }, fin: w }
        expect(parse(target), target).toEqual(expected)
        expect(Object.keys((parse(target) as { un: object }).un)).toEqual(['a', 'n', 'b', 'l', 'c'])
        for (const comment of raw.match(/# \w+/g) ?? []) expect(target).toContain(comment)
      }),
      { numRuns: 1000 },
    )
  })
})
