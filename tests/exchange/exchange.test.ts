import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assembleTarget } from '../../src/exchange/assemble-target.ts'
import type { ExchangeFile } from '../../src/exchange/exchange-unit.ts'
import type { ImportedFile } from '../../src/exchange/imported-unit.ts'
import { isXmlCharacter } from '../../src/exchange/is-xml-character.ts'
import { readTmx } from '../../src/exchange/read-tmx.ts'
import { readXliff } from '../../src/exchange/read-xliff.ts'
import { targetDigest } from '../../src/exchange/target-digest.ts'
import { writeTmx } from '../../src/exchange/write-tmx.ts'
import { writeXliff } from '../../src/exchange/write-xliff.ts'
import type { Pattern, State } from '../../src/model.ts'
import { anyPattern } from '../reassemble/patterns.ts'

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
const pattern: fc.Arbitrary<Pattern> = fc
  .tuple(anyPattern, text)
  .map(([items, tail]) => (typeof items.at(-1) === 'string' ? items : [...items, tail]))
  .filter(items => items.length > 0)

const fileOf = (source: Pattern, target: Pattern): ExchangeFile => ({
  source: 'fr',
  target: 'en',
  pages: [{ page: 'a/b', units: [{ key: 'paragraph.x~2', source, target, state: 'reviewed' }] }],
})

const unitOf = (file: ImportedFile) => {
  if (file.type !== 'file') throw new Error(file.message)
  return file.units[0]
}

const isWritable = (items: Pattern) =>
  items.every(
    item =>
      typeof item !== 'string' ||
      [...item].every(character => character !== '\r' && isXmlCharacter(character.codePointAt(0) ?? 0)),
  )

describe('XLIFF 2.0', () => {
  test('gives every pattern back, whatever characters it holds', () => {
    fc.assert(
      fc.property(pattern, items => {
        const unit = unitOf(readXliff(writeXliff(fileOf(items, items))))
        expect(unit).toMatchObject({ page: 'a/b', key: 'paragraph.x~2', state: 'reviewed' })
        expect(unit?.exported).toBe(targetDigest(items))
        expect(assembleTarget(unit?.target ?? [], items)).toEqual(items)
        expect(assembleTarget(unit?.source ?? [], items)).toEqual(items)
      }),
    )
  })

  test('segments that a tool split a unit into are one again, annotations are text', () => {
    const unit = unitOf(
      readXliff(`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="en">
        <file id="f" original="p"><group id="g"><unit id="u" name="k">
          <originalData><data id="d">&lt;br/&gt;</data></originalData>
          <segment state="final"><source>Un. </source><target>One. </target></segment>
          <ignorable><source>- </source><target>- </target></ignorable>
          <segment state="translated"><source>Deux.</source><target><mrk id="m">Two</mrk><ph id="1" dataRef="d"/>.</target></segment>
        </unit></group></file></xliff>`),
    )
    expect(unit?.state).toBe('translated')
    expect(unit?.target).toEqual([
      'One. ',
      '- ',
      'Two',
      { form: 'standalone', id: '1', literal: '<br/>' },
      '.',
    ])
  })

  test('what other tools leave in a unit is no text of it', () => {
    const unit = (content: string) =>
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="en"><file id="f" original="p">
        <unit id="u" name="k">${content}</unit></file></xliff>`
    const read = (content: string) => unitOf(readXliff(unit(content)))
    expect(read('<segment><source>Un.</source></segment>')).toBeUndefined()
    const edited = read(`<x:old xmlns:x="urn:x"><target>Old.</target></x:old>
      <segment state="reviewed"><source>Un.</source><target>O<!-- so -->n<![CDATA[e]]><cp hex="110000"/>.</target></segment>
      <ignorable><source> </source><target> </target></ignorable>`)
    expect(edited?.target.join('')).toBe('One. ')
    // White space between sentences has no state that would undo a review.
    expect(edited?.state).toBe('reviewed')
  })

  test('a tool finds texts and codes where the standard has them, and no element without content', () => {
    const link: Pattern = [
      { type: 'code', form: 'open', kind: 'link', id: 1, literal: '[' },
      'la\u0001 page',
      { type: 'code', form: 'close', kind: 'link', id: 1, literal: '](/x)' },
      { type: 'code', form: 'standalone', kind: 'tag', id: 2, literal: '<!-- \u0001 -->' },
    ]
    const file = fileOf(link, link)
    const xml = writeXliff({ ...file, pages: [{ page: 'empty', units: [] }, ...file.pages] })
    expect(xml).not.toContain('empty')
    expect(xml).toContain(
      '<pc id="1" type="link" dataRefStart="d1" dataRefEnd="d2">la<cp hex="0001"/> page</pc>',
    )
    // What XML forbids is in no attribute either: other tools would not read the file.
    expect(xml).not.toContain('\u0001')
    expect(unitOf(readXliff(xml))?.target).toEqual(
      link.flatMap((item): readonly unknown[] =>
        typeof item === 'string'
          ? ['la', '\u0001', ' page']
          : [{ form: item.form, id: String(item.id), literal: item.literal }],
      ),
    )
    const plain = writeXliff(fileOf(['Un\tmot.'], ['One word.']))
    expect(plain).toContain('<source>Un\tmot.</source>')
    expect(plain).not.toContain('originalData')
  })

  test.each([
    ['<xliff', 'unexpected end of input'],
    ['<a/>', 'This is not XLIFF 2'],
    ['<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', 'This is not XLIFF 2'],
    ['<tmx xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', 'This is not XLIFF 2'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'Declarations in a document type are not read'],
    ['', 'missing root element'],
  ])('%j is no XLIFF', (xml, message) => {
    const file = readXliff(xml)
    expect(file.type).toBe('invalid')
    if (file.type === 'invalid') expect(file.message).toContain(message)
  })
})

test('a target that was changed since its export is told by its text and by each of its codes', () => {
  const code = (literal: string) =>
    ({ type: 'code', form: 'standalone', kind: 'code', id: 1, literal }) as const
  const targets = [['See ', code('`a`')], ['See ', code('`b`')], ['Read ', code('`a`')], [], undefined]
  expect(new Set(targets.map(targetDigest)).size).toBe(targets.length)
})

describe('TMX 1.4', () => {
  test('gives every pattern back that XML can hold', () => {
    fc.assert(
      fc.property(pattern, items => {
        fc.pre(isWritable(items))
        const unit = unitOf(readTmx(writeTmx(fileOf(items, items), '1.0.0'), 'fr', 'en'))
        expect(unit?.state).toBe('reviewed')
        expect(assembleTarget(unit?.target ?? [], items)).toEqual(items)
      }),
    )
  })

  test('finds the languages of other tools, regions aside', () => {
    const unit = unitOf(
      readTmx(
        `<tmx version="1.4"><header/><body><tu>
          <tuv xml:lang="FR-FR"><seg>Voir <bpt i="1">**</bpt>ici<ept i="1">**</ept></seg></tuv>
          <tuv xml:lang="en_US"><seg>See <hi>here</hi></seg></tuv>
        </tu><tu><tuv xml:lang="de"><seg>x</seg></tuv></tu></body></tmx>`,
        'fr',
        'en-GB',
      ),
    )
    expect(unit?.target).toEqual(['See ', 'here'])
    expect(unit?.state).toBe('translated')
  })

  test('leaves out units that lack one of the two languages', () => {
    const variant = (locale: string) => `<tuv xml:lang="${locale}"><seg>x</seg></tuv>`
    const units = [variant('fr'), variant('en'), variant('fr') + variant('en')].map(one => `<tu>${one}</tu>`)
    const file = readTmx(`<tmx version="1.4"><body>${units.join('')}</body></tmx>`, 'fr', 'en')
    expect(file.type === 'file' && file.units).toHaveLength(1)
  })

  test.each([
    ['<tmx', 'unexpected end of input'],
    ['<xliff/>', 'This is not TMX'],
  ])('%j is no TMX', (xml, message) => {
    const file = readTmx(xml, 'fr', 'en')
    expect(file.type === 'invalid' && file.message).toContain(message)
  })

  test('holds each pair once, the one that is furthest in review, and none that XML would change', () => {
    const target = (text: string | undefined, state: State) => ({
      key: 'k',
      source: ['Un.'],
      target: text === undefined ? undefined : text === '' ? [] : [text],
      state,
    })
    const units = [
      target('One.', 'translated'),
      target('One.', 'final'),
      target('One.', 'reviewed'),
      target('A one.', 'reviewed'),
      target(undefined, 'initial'),
      target('', 'reviewed'),
      target('O\rne.', 'reviewed'),
      target('O\u0001ne.', 'reviewed'),
    ]
    const file = readTmx(
      writeTmx({ source: 'fr', target: 'en', pages: [{ page: 'a', units }] }, '1.0.0'),
      'fr',
      'en',
    )
    expect(file.type === 'file' && file.units.map(unit => [unit.target.join(''), unit.state])).toEqual([
      ['One.', 'final'],
      ['A one.', 'reviewed'],
    ])
  })
})
