import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reassemblePage } from '../../src/reassemble/reassemble-page.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { markdownPage } from '../laws/markdown-page.ts'
import { takeApart } from './take-apart.ts'

const fixtures = new URL('../fixtures/reassemble/', import.meta.url)

describe('golden pages', () => {
  it.each(readdirSync(fixtures))('%s', name => {
    const folder = new URL(`${name}/`, fixtures)
    const extension = readdirSync(folder).includes('input.mdx') ? 'mdx' : 'md'
    const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8')
    const given = JSON.parse(read('targets.json')) as Record<string, string>
    const skeleton = takeApart(read(`input.${extension}`), extension === 'mdx')
    const fragments = segmentsOf(skeleton).map(({ fragment }) => fragment)
    expect(fragments).toEqual(expect.arrayContaining(Object.keys(given)))
    const targets = fragments.map(fragment => given[fragment])
    expect(reassemblePage(skeleton, targets)).toBe(read(`output.${extension}`))
  })
})

describe('a translation is written', () => {
  it.each<readonly [name: string, page: string, given: Readonly<Record<string, string>>, written: string]>([
    [
      'with text at the start of each of its lines that stays text',
      '> Un mot.\n',
      { 'Un mot.': '1. One\n2. two\n===\nmore' },
      '> 1\\. One\n> 2\\. two\n> \\===\n> more\n',
    ],
    ['without the white space at its ends', '- Un mot.\n', { 'Un mot.': '    One\n' }, '- One\n'],
    ['without escapes in the middle of a line', 'Un. Deux.\n', { 'Deux.': '1. Two' }, 'Un. 1. Two\n'],
    [
      'without escapes before brackets that stand as they are',
      'Un [a] mot. Fin.\n',
      { 'Un [a] mot.': 'A [a] word [' },
      'A [a] word \\[ Fin.\n',
    ],
    [
      'with brackets that pair with those of its neighbours',
      '[Un. Deux] et [trois. Quatre].\n',
      { 'Deux] et [trois.': 'Two] and [three.' },
      '[Un. Two] and [three. Quatre].\n',
    ],
    ['on one line in a heading that has no more', '# Un mot\n', { 'Un mot': 'One\nword' }, '# One word\n'],
    ['with a closing # that is text above an underline', 'Mot\n---\n', { Mot: 'C #' }, 'C #\n---\n'],
    ['with braces that are text in HTML', '<p>Mot</p>\n', { Mot: 'a } b' }, '<p>a } b</p>\n'],
    ['with a | in code outside tables', 'Un `a|b`.\n', { 'Un `a|b`.': 'One `a|b`.' }, 'One `a|b`.\n'],
    ['with a | that the source has too', '<img alt="a|b">\n', { 'a|b': 'b|a' }, '<img alt="b|a">\n'],
    [
      'with a | escaped in an attribute in a table',
      '| <img alt="Mot"> |\n| --- |\n',
      { Mot: 'a|b' },
      '| <img alt="a&#x7C;b"> |\n| --- |\n',
    ],
    [
      'with code that its source does not have, though that is on several lines',
      'Un `a`\nmot.\n',
      { 'Un `a` mot.': 'A `b` word.' },
      'A `b` word.\n',
    ],
    [
      'with what stands beside its tags where the source has line ends',
      '<div>\nUn\n<b>mot</b>\nici.\n</div>\n',
      { 'Un <b>mot</b> ici.': 'One-<b>word</b>.' },
      '<div>\nOne-<b>word</b>.\n</div>\n',
    ],
    [
      'with spaces beside its tags where the source has letters',
      '<div>\nDu<b>gras</b>\nici.\n</div>\n',
      { 'Du<b>gras</b> ici.': 'Some <b>bold</b> here.' },
      '<div>\nSome <b>bold</b>\nhere.\n</div>\n',
    ],
    [
      'with the markers of its container within an image, whose texts are translated',
      '> Voir ![un](a "Titre") ici.\n',
      { 'Voir ![un](a "Titre") ici.': 'See ![un](a\n"Titre"\n) here.', un: 'one', Titre: 'Title' },
      '> See ![one](a\n> "Title"\n> ) here.\n',
    ],
    [
      'and the rest of its unit stays to the byte where a sentence is gone',
      'Un. Deux. Trois\nquatre.\n',
      { 'Deux.': '' },
      'Un. Trois\nquatre.\n',
    ],
    [
      'and the rest of an image stays to the byte where its title is translated',
      '![Un mot\n](a "Titre") ici.\n',
      { Titre: 'Title' },
      '![Un mot\n](a "Title") ici.\n',
    ],
    [
      'with the image of the sentence after it, which it says too',
      'Un. Voir ici. Et ![Une image](a) là.\n',
      {
        'Voir ici.': 'See ![Une image](a) here.',
        'Et ![Une image](a) là.': '',
        'Une image': 'An image',
      },
      'Un. See ![An image](a) here.\n',
    ],
  ])('%s', (_, page, given, written) => {
    const skeleton = takeApart(page)
    const fragments = segmentsOf(skeleton).map(({ fragment }) => fragment)
    expect(fragments).toEqual(expect.arrayContaining(Object.keys(given)))
    const targets = fragments.map(fragment => given[fragment])
    expect(reassemblePage(skeleton, targets)).toBe(written)
  })
})

describe('for every page', () => {
  it('without translations it is the source, byte for byte', () => {
    fc.assert(
      fc.property(markdownPage, fc.boolean(), (page, hasTargets) => {
        const skeleton = takeApart(page)
        const targets = segmentsOf(skeleton).map(({ fragment }) => (hasTargets ? fragment : undefined))
        expect(reassemblePage(skeleton, targets)).toBe(page)
      }),
      { numRuns: 200 },
    )
  })

  it('only the unit of a translated segment changes', () => {
    fc.assert(
      fc.property(markdownPage, fc.nat(), (page, at) => {
        const skeleton = takeApart(page)
        const parts = skeleton.parts.flatMap((part, index) =>
          segmentsOf({ ...skeleton, parts: [part] }).map(() => index),
        )
        fc.pre(parts.length > 0)
        const targets: string[] = []
        targets[at % parts.length] = 'Rien de tel'
        const part = parts[at % parts.length] ?? 0
        const raw = (from: number, to?: number) =>
          skeleton.parts
            .slice(from, to)
            .map(part => part.raw)
            .join('')
        const written = reassemblePage(skeleton, targets)
        expect(written.startsWith(raw(0, part))).toBe(true)
        expect(written.endsWith(raw(part + 1))).toBe(true)
        expect(written).not.toBe(page)
      }),
      { numRuns: 200 },
    )
  })
})
