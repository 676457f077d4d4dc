import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { FrontMatterRule } from '../../src/model.ts'
import { readValues } from '../../src/syntax/yaml/read-values.ts'

const rules: readonly FrontMatterRule[] = [
  { path: '*', action: 'keep' },
  { path: 'title', action: 'translate' },
  { path: 'meta.*', action: 'translate' },
]

function read(raw: string) {
  return readValues(raw, { file: 'a.md', format: 'markdown', rules, line: 2, offset: 4 })
}

/** Path, text as written, decoded value. */
function found(raw: string): unknown {
  return read(raw).values.map(({ path, start, end, value }) => [path, raw.slice(start - 4, end - 4), value])
}

describe('readValues', () => {
  it('finds each text value as it is written, with its path and its action', () => {
    const raw =
      'title: Un titre # note\nmeta:\n  title: "Un \\"titre\\""\n  position: 3\nautre: \'l\'\'un\'\n'
    expect(found(raw)).toEqual([
      ['title', 'Un titre', 'Un titre'],
      ['meta.title', '"Un \\"titre\\""', 'Un "titre"'],
      ['autre', "'l''un'", "l'un"],
    ])
    expect(read(raw).values.map(({ action, place }) => [action, place.style, place.indent])).toEqual([
      ['translate', 'plain', 0],
      ['translate', 'double', 2],
      ['keep', 'single', 0],
    ])
  })

  it('finds block scalars from their header to their last line end', () => {
    const raw = 'a: >-\n  Un\n  deux\n\nb: |+ # note\n    Trois\n\n\nc: x'
    expect(found(raw)).toEqual([
      ['a', '>-\n  Un\n  deux\n', 'Un deux'],
      ['b', '|+ # note\n    Trois\n\n\n', 'Trois\n\n\n'],
      ['c', 'x', 'x'],
    ])
  })

  it('counts the items of a list, and knows where a comma ends a scalar', () => {
    const raw = 'items:\n- text: un\n- text: deux\ntags: [trois, {x: quatre}]\nfin: cinq\n'
    expect(read(raw).values.map(({ path, place }) => [path, place.inFlow])).toEqual([
      ['items.0.text', undefined],
      ['items.1.text', undefined],
      ['tags.0', true],
      ['tags.1.x', true],
      ['fin', undefined],
    ])
  })

  it('reads line ends of Windows', () => {
    expect(found('a: un\r\nb: |\r\n  deux\r\nc: trois\r\n')).toEqual([
      ['a', 'un', 'un'],
      ['b', '|\r\n  deux\r\n', 'deux\n'],
      ['c', 'trois', 'trois'],
    ])
  })

  it('leaves alone what is no text, empty, tagged or shared', () => {
    const raw =
      "a: 1\nb: true\nc: ~\nd: ''\ne: !!str x\nf: !x y\ng: &g z\nh: *g\ni: &i {j: k}\nl:\n  <<: *i\n? {m: n}\n: o\np: fin"
    expect(found(raw)).toEqual([['p', 'fin', 'fin']])
    expect(read(raw).diagnostics).toEqual([])
  })

  it.each([
    ['a key that is there twice', 'a: un\nb: deux\na: trois\n', 4, 1],
    ['a value with a colon', 'a: un\nb: deux: trois\n', 3, 4],
    ['a quote that never closes', 'a: "un\nb: deux\n', 4, 1],
    ['a list that never closes', 'a: [un\n', 3, 1],
    ['a tab as indentation', 'a:\n\tb: un\n', 3, 1],
    ['two documents', 'a: un\n...\nb: deux\n', 4, 1],
    ['an unescaped %', 'a: %un\n', 2, 4],
  ])('reports %s at its place in the page, and finds nothing', (_, raw, line, column) => {
    const { values, diagnostics } = read(raw)
    expect(values).toEqual([])
    expect(diagnostics).toMatchObject([
      { code: 'front-matter-invalid', severity: 'error', file: 'a.md', line, column },
    ])
  })

  it('never expands aliases: a bomb is read as what it is', () => {
    const levels = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`)
    expect(found(`a0: &a0 [un, deux]\n${levels.join('\n')}\nb: trois\n`)).toEqual([['b', 'trois', 'trois']])
  })

  it('reports or leaves alone what is nested without end', () => {
    expect(read('['.repeat(100_000)).values).toEqual([])
    expect(read(`${'['.repeat(500)}a${']'.repeat(500)}`).values).toEqual([])
    const deep = Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')
    expect(read(`${deep} b`).values).toEqual([])
  })

  it('finds every text value that YAML does, and no other', () => {
    const scalar = fc.oneof(
      fc.constantFrom(
        'un',
        '"deux"',
        "'trois'",
        'quatre # non',
        '4',
        'true',
        'null',
        '',
        '|\n    cinq',
        '>-\n    six',
      ),
    )
    const entry = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), scalar)
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ([key]) => key }), entries => {
        const raw = `top:\n${entries.map(([key, value]) => `  ${key}: ${value}`).join('\n')}\n`
        const top = (parse(raw) as { top: Record<string, unknown> | null }).top ?? {}
        const texts = Object.entries(top).filter(([, value]) => typeof value === 'string')
        expect(read(raw).values.map(({ path, value }) => [path, value])).toEqual(
          texts.map(([key, value]) => [`top.${key}`, value]),
        )
      }),
    )
  })
})
