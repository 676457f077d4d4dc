import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGuardMemory } from '../../src/reassemble/guard/guard-memory.ts'
import { guardPage } from '../../src/reassemble/guard/guard-page.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { markdownPage } from '../laws/markdown-page.ts'
import { outline } from './outline.ts'
import { hostileFragment } from './patterns.ts'
import { takeApart } from './take-apart.ts'

interface Options {
  readonly mdx?: boolean
  readonly confirmed?: ReadonlySet<number>
}

/** A page guarded with targets by fragment. */
function guard(
  page: string,
  given: Readonly<Record<string, string>>,
  { mdx = false, confirmed }: Options = {},
) {
  const skeleton = takeApart(page, mdx)
  const segments = segmentsOf(skeleton)
  const unknown = Object.keys(given).filter(key => !segments.some(({ fragment }) => fragment === key))
  expect(unknown).toEqual([])
  const targets = segments.map(({ fragment }) => given[fragment])
  const result = guardPage({
    source: page,
    skeleton,
    targets,
    format: mdx ? 'mdx' : 'markdown',
    file: 'page.md',
    locale: 'en',
    ...(confirmed === undefined ? {} : { confirmed }),
  })
  return { ...result, rejected: result.rejected.map(index => segments[index]?.fragment) }
}

const page = [
  '# Le titre\n',
  'Cliquez sur **Valider maintenant !** puis sur [la page](/docs "Un titre").\n',
  '- Un point avec `code`.\n- Un autre point.\n',
  '| Un | Deux |\n| --- | --- |\n| Trois | Quatre |\n',
  '<p>Du texte <b>gras</b>.</p>\n',
  'Voir ![Une image](a.png) ici. Et ici, a@exemple.fr.\n',
].join('\n')

const link = 'Cliquez sur **Valider maintenant !** puis sur [la page](/docs "Un titre").'

describe('a translation that would break the page is left out, with a diagnostic', () => {
  it.each([
    ['drops its bold', link, 'Click Confirm now! then [the page](/docs).', 'codes-changed'],
    ['drops half of a bold', link, 'Click **Confirm now! then [the page](/docs).', 'codes-changed'],
    ['has another link target', link, 'Click **Confirm now!** then [the page](/doc).', 'codes-changed'],
    ['has its link twice', link, 'Click **Confirm!** [the page](/docs) [the page](/docs).', 'codes-changed'],
    [
      'puts its bold around its link',
      link,
      'Click **Confirm now! [the page](/docs "Un titre")**.',
      'structure-changed',
    ],
    ['translates code', 'Un point avec `code`.', 'A point with `key`.', 'codes-changed'],
    ['adds a tag', 'Un autre point.', 'Another <b>point</b>.', 'codes-changed'],
    ['opens a tag', 'Un autre point.', 'Another <b>point.', 'codes-changed'],
    ['loses a tag', 'Du texte <b>gras</b>.', 'Bold text.', 'codes-changed'],
    ['adds a comment', 'Un autre point.', 'Another <!-- point -->.', 'codes-changed'],
    ['is empty, and all of its paragraph', link, '', 'codes-changed'],
    ['is empty, and all of its item', 'Un autre point.', '', 'structure-changed'],
    ['is empty, and all of its heading', 'Le titre', ' ', 'structure-changed'],
    ['is empty, and all of its cell', 'Trois', '', 'structure-changed'],
    [
      'nests brackets too deep to be parsed',
      'Un autre point.',
      `A ${'['.repeat(101)}point${']'.repeat(101)}.`,
      'structure-changed',
    ],
    ['loses its image', 'Voir ![Une image](a.png) ici.', 'See here.', 'codes-changed'],
    ['loses an email', 'Et ici, a@exemple.fr.', 'And here.', 'codes-changed'],
    ['changes an email', 'Et ici, a@exemple.fr.', 'And here, a@example.com.', 'codes-changed'],
  ])('one that %s', (_, fragment, target, code) => {
    const { text, rejected, diagnostics } = guard(page, { [fragment]: target })
    expect(text).toBe(page)
    expect(rejected).toEqual([fragment])
    expect(diagnostics).toEqual([
      expect.objectContaining({ code, severity: 'error', file: 'page.md', locale: 'en' }),
    ])
    const at = page.indexOf(fragment)
    const before = page.slice(0, at).split('\n')
    expect(diagnostics[0]).toMatchObject({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 })
  })

  it('one that is no valid MDX, though a person confirmed it', () => {
    const source = 'Un <b>mot</b>.\n\nUne fin.\n'
    const given = { 'Un <b>mot</b>.': 'A <b>word.', 'Une fin.': 'An end.' }
    const { text, rejected } = guard(source, given, { mdx: true, confirmed: new Set([0, 1]) })
    expect(rejected).toEqual(['Un <b>mot</b>.'])
    expect(text).toBe('Un <b>mot</b>.\n\nAn end.\n')
  })

  it('and every other translation stands', () => {
    const given = {
      'Le titre': 'The title',
      [link]: 'Click Confirm now!',
      'Un autre point.': '',
      Trois: 'Three',
      'Et ici, a@exemple.fr.': 'And here, a@exemple.fr.',
    }
    const { text, rejected } = guard(page, given)
    expect(rejected).toEqual([link, 'Un autre point.'])
    const expected = page
      .replace('Le titre', 'The title')
      .replace('Trois', 'Three')
      .replace('Et ici', 'And here')
    expect(text).toBe(expected)
  })

  it('however many there are', () => {
    const count = 150
    const source = Array.from({ length: count }, (_, index) => `Phrase numéro ${index}.\n`).join('\n')
    const given: Record<string, string> = {}
    for (let index = 0; index < count; index++)
      given[`Phrase numéro ${index}.`] = index % 50 === 7 ? '' : `N ${index}.`
    const { rejected, text } = guard(source, given)
    expect(rejected).toEqual(['Phrase numéro 7.', 'Phrase numéro 57.', 'Phrase numéro 107.'])
    expect(text).toContain('N 106.\n\nPhrase numéro 107.\n\nN 108.')
  })

  it('in a page of many pieces as in a short one', () => {
    const filler = 'Des mots et encore des mots pour remplir la page. '.repeat(20)
    const paragraphs = Array.from(
      { length: 200 },
      (_, index) => `Début ${index}. Voir [la page][ref].\n\n${filler}\n`,
    )
    const source = `${paragraphs.join('\n')}\n[ref]: /docs\n`
    const given = {
      'Début 3.': 'Start 3.',
      'Début 150.': '*Start* 150.',
      'Voir [la page][ref].': 'See [the page][ref].',
    }
    const { rejected, text } = guard(source, given)
    expect(rejected).toContain('Début 150.')
    expect(text.startsWith('Start 3.')).toBe(false)
    expect(text).toContain('Start 3. See [the page][ref].')
    expect(outline(text)).toBe(outline(source))
  })

  it('and only that, where several are in one block', () => {
    const source = 'Voir [la page](/docs "Un titre") ici.\n'
    const given = { 'Voir [la page](/docs "Un titre") ici.': 'See [it](/docs "Un titre").', 'Un titre': '' }
    expect(guard(source, given)).toMatchObject({
      text: 'See [it](/docs "Un titre").\n',
      rejected: ['Un titre'],
    })
  })

  it('but not a sentence of it that is as in the source', () => {
    const source = 'Voir `a` ici. Fin.\n'
    expect(guard(source, { 'Voir `a` ici.': 'See here.', 'Fin.': 'Fin.' }).rejected).toEqual([
      'Voir `a` ici.',
    ])
  })

  it('once, whichever piece of a long page it is in', () => {
    const filler = 'Des mots et encore des mots pour remplir la page. '.repeat(20)
    const source = Array.from({ length: 150 }, (_, index) => `Phrase ${index}.\n\n${filler}\n\n`).join('')
    const given = { 'Phrase 3.': '', 'Phrase 4.': 'Four.', 'Phrase 140.': '', 'Phrase 141.': 'More.' }
    const { text, rejected, diagnostics } = guard(source, given)
    expect(rejected).toEqual(['Phrase 3.', 'Phrase 140.'])
    expect(diagnostics).toHaveLength(2)
    expect(text).toBe(source.replace('Phrase 4.', 'Four.').replace('Phrase 141.', 'More.'))
  })

  it('and is told in the order of the page, whatever is wrong with it', () => {
    const source = '| Un | Le `b` |\n| --- | --- |\n| Deux | Le `d` |\n'
    const { diagnostics } = guard(source, { Un: '', 'Le `b`': 'The b', Deux: '', 'Le `d`': 'The d' })
    expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['structure-changed', 1, 3],
      ['codes-changed', 1, 8],
      ['structure-changed', 3, 3],
      ['codes-changed', 3, 10],
    ])
  })

  it.each([
    ['Vide.', 'A <br>.', 'has `<br>` beyond its source'],
    ['Un <img> mot.', 'A <hr> word.', 'lacks `<img>` and has `<hr>` beyond its source'],
    ['<i>a</i> <b>c</b>', 'a c', 'lacks `<i>`, `</i>`, `<b>` and 1 more'],
    ['<i>a</i> <img> b', 'a b', 'lacks `<i>`, `</i>`, `<img>`'],
  ])('and the codes that are wrong are named: %s as %s', (fragment, target, difference) => {
    const said = (confirmed: ReadonlySet<number>) => {
      const { diagnostics, kept } = guard(`${fragment}\n`, { [fragment]: target }, { confirmed })
      return [...diagnostics, ...kept].map(({ message }) => message.split('. ')[0])
    }
    expect(said(new Set())).toEqual([`The translation ${difference}, so that the source stands there`])
    expect(said(new Set([0]))).toEqual([`The translation ${difference}`])
  })

  it('in a cell with what may begin a tag', () => {
    const source = '| Un | Deux |\n| --- | --- |\n| ~~x<y~~ | Trois |\n'
    const { text } = guard(source, { '~~x<y~~': '~~x<y~~ <div>' })
    expect(outline(text)).toBe(outline(source))
  })

  it('that would change what GFM takes for a URL', () => {
    const source = 'Voir https://exemple.fr/_a._ici_\n'
    const [fragment = ''] = segmentsOf(takeApart(source)).map(segment => segment.fragment)
    const { rejected } = guard(source, { [fragment]: 'See https://exemple.fr/_a.\\_here\\_' })
    expect(rejected).toEqual([fragment])
  })

  it('in MDX', () => {
    const source = 'Un texte {a} ici.\n\n<Note>\n\nUne note.\n\n</Note>\n'
    const given = { 'Un texte {a} ici.': 'A text {b} here.', 'Une note.': 'A {note < here.' }
    const { rejected, text } = guard(source, given, { mdx: true })
    expect(rejected).toEqual(['Un texte {a} ici.'])
    expect(text).toContain('\nA \\{note \\< here.\n')
  })
})

describe('a translation is not left out', () => {
  it.each([
    ['puts its codes in another order', link, 'On [the page](/docs "Un titre") click **Confirm now!**.'],
    [
      'writes its emphasis with the other marker',
      link,
      'Click __Confirm now!__ then [the page](/docs "Un titre").',
    ],
    ['has text that needs escapes', 'Un autre point.', '1. * another [point|'],
    ['shows a label in another language', 'Un autre point.', 'Another point.'],
    ['has two sentences', 'Un autre point.', 'Another point. And one more.'],
  ])('that %s', (_, fragment, target) => {
    expect(guard(page, { [fragment]: target })).toMatchObject({ rejected: [], diagnostics: [] })
  })

  it('that moves a code to a neighbouring sentence', () => {
    const source = 'Voir `a` ici. Et `b` là.\n'
    const given = { 'Voir `a` ici.': 'See here.', 'Et `b` là.': 'And `b` and `a` there.' }
    expect(guard(source, given)).toMatchObject({ rejected: [], text: 'See here. And `b` and `a` there.\n' })
  })

  it('whose codes differ but a person confirmed it, which is told', () => {
    const given = { [link]: 'Click *Confirm now!*' }
    const index = segmentsOf(takeApart(page)).findIndex(({ fragment }) => fragment === link)
    const { rejected, diagnostics, kept } = guard(page, given, { confirmed: new Set([index]) })
    expect({ rejected, diagnostics }).toEqual({ rejected: [], diagnostics: [] })
    expect(kept).toMatchObject([{ code: 'codes-changed', severity: 'error', line: 3 }])
    const emptied = guard(page, { [link]: '' }, { confirmed: new Set([index]) })
    expect(emptied).toMatchObject({ rejected: [link], kept: [] })
  })
})

describe('for every page and whatever its translations are', () => {
  const fault = fc.oneof(
    { weight: 3, arbitrary: hostileFragment.map(text => () => text) },
    { weight: 1, arbitrary: fc.constant(() => '') },
    ...[
      (source: string) => source.replace(/\*\*|\*|_|`|~~/, ''),
      (source: string) => source.replace(/[\])>]/, ''),
      (source: string) => `# ${source}`,
      (source: string) => `${source}\n\n${source}`,
      (source: string) => `- ${source}\n- x`,
      (source: string) => `${source} <div>`,
      (source: string) => `${source} | x`,
      (source: string) => `${source} [`,
      (source: string) => source.replace(/\p{L}/gu, 'é'),
      (source: string) => `${source} x`,
      (source: string) => [...source].reverse().join(''),
      (source: string) => source.replace(/[^\p{L}\s]/gu, ''),
      (source: string) => source.replace(/\\/g, ''),
    ].map(change => ({ weight: 1, arbitrary: fc.constant(change) })),
  )

  it('the page keeps its structure, and what is left out says so', () => {
    fc.assert(
      fc.property(
        markdownPage,
        fc.array(fc.option(fault, { nil: undefined }), { minLength: 1 }),
        (source, faults) => {
          const skeleton = takeApart(source)
          const segments = segmentsOf(skeleton)
          const targets = segments.map(({ fragment }, index) => faults[index % faults.length]?.(fragment))
          const { text, rejected, diagnostics } = guardPage({
            source,
            skeleton,
            targets,
            format: 'markdown',
            file: 'page.md',
            locale: 'en',
          })
          expect(outline(text)).toBe(outline(source))
          expect(diagnostics.length > 0).toBe(rejected.length > 0)
          for (const index of rejected) expect(targets[index]).not.toBe(segments[index]?.fragment)
        },
      ),
      { numRuns: 600 },
    )
  })

  it('what is remembered of a page changes nothing that comes of it', () => {
    const faults = fc.array(fc.option(fault, { nil: undefined }), { minLength: 1 })
    fc.assert(
      fc.property(markdownPage, fc.array(faults, { minLength: 2, maxLength: 3 }), (source, rounds) => {
        const skeleton = takeApart(source)
        const memory = createGuardMemory()
        for (const round of rounds) {
          const targets = segmentsOf(skeleton).map(({ fragment }, n) => round[n % round.length]?.(fragment))
          const input = {
            source,
            skeleton,
            targets,
            format: 'markdown',
            file: 'page.md',
            locale: 'en',
          } as const
          expect(guardPage(input, memory)).toEqual(guardPage(input))
        }
      }),
      { numRuns: 200 },
    )
  })
})
