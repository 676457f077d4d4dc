import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { corpus, examples, guides } from '../laws/local-pages.ts'
import { markdownPage } from '../laws/markdown-page.ts'
import { describeSegments } from './describe-segments.ts'
import { expectSound } from './expect-sound.ts'
import { extractText } from './extract-text.ts'

const fixtures = join(import.meta.dirname, '../fixtures/extract')

describe('the segments of each construct', () => {
  it.each(readdirSync(fixtures))('%s', folder => {
    const files = readdirSync(join(fixtures, folder))
    const mdx = files.includes('input.mdx')
    const page = readFileSync(join(fixtures, folder, mdx ? 'input.mdx' : 'input.md'), 'utf8')
    const expected = JSON.parse(readFileSync(join(fixtures, folder, 'segments.json'), 'utf8')) as unknown
    const { skeleton } = extractText(page, { mdx })
    expect(describeSegments(skeleton)).toEqual(expected)
    expectSound(skeleton, page)
  })
})

describe('what holds for every page', () => {
  it.each([...guides, ...corpus])('$name', ({ text }) => {
    const { skeleton, diagnostics } = extractText(text)
    expectSound(skeleton, text)
    expect(diagnostics).toEqual([])
  })

  it('the examples of the specifications, as Markdown and as MDX, in all line ends', () => {
    for (const { text } of examples) {
      for (const page of [
        text,
        text.replaceAll('\n', '\r\n'),
        `\uFEFF${text.replaceAll('\n', '\r').trimEnd()}`,
      ]) {
        for (const mdx of [false, true]) expectSound(extractText(page, { mdx }).skeleton, page)
      }
    }
  })

  it.each([
    ['a tag of HTML whose end begins a line', '<div>\n> [<b>x<y exemple.fr\n> </b>](/menu)\n</div>\n'],
    ['a footnote mark in what is an email', 'x [aide@exemple.frRéf.[^1] Ouvrez ][ref]\n\n[ref]: /menu\n'],
    ['a delimiter that another sentence decides about', '~~etc. Ouvrez *~~ß 1.*~~`code`\n'],
  ])('%s', (_, page) => {
    expectSound(extractText(page).skeleton, page)
  })

  it('any page', () => {
    fc.assert(
      fc.property(markdownPage, fc.boolean(), (page, mdx) => {
        expectSound(extractText(page, { mdx }).skeleton, page)
      }),
      { numRuns: 4000 },
    )
  })

  it('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.boolean(), (page, mdx) => {
        expectSound(extractText(page, { mdx }).skeleton, page)
      }),
      { numRuns: 4000 },
    )
  })

  it('a page of pages: long texts are read in pieces, and give the segments that each piece gives', () => {
    const bodies = [...guides, ...examples]
      .map(({ text }) => text.replace(/^---\n[\s\S]*?\n---\n/, ''))
      .filter(text => !/^ {0,3}(?:```|~~~|<|\[)|\[.*\]:/m.test(text))
    const page = bodies.map(text => `${text.trimEnd()}\n\nUne phrase entre deux.\n\n`).join('')
    const long = page.repeat(Math.ceil(150_000 / page.length))
    expect(long.length).toBeGreaterThan(100_000)
    const { skeleton } = extractText(long)
    expect(skeleton.parts.map(({ raw }) => raw).join('')).toBe(long)
    const keys = segmentsOf(skeleton).map(({ key }) => key)
    const once = segmentsOf(extractText(page).skeleton).map(({ key }) => key)
    expect(keys.slice(0, once.length)).toEqual(once)
    expect(keys.length).toBe(once.length * Math.ceil(150_000 / page.length))
  })
})

const conflict = '# Un\n\n<<<<<<< HEAD\n- Ouvrez.\n=======\n- Fermez.\n>>>>>>> 0a1b2c3 (Autre)\n'

it('a merge conflict that is shown in a block of code, or is none, leaves a page as it is', () => {
  const shown = `# Un\n\n\`\`\`\n${conflict}\`\`\`\n\n- Un\n\n~~~diff\n${conflict}~~~\n`
  const underline = '<<<<<<< HEAD\n\n>>>>>>> Une citation\n\nUn titre\n=======\n'
  for (const page of [shown, underline]) expect(extractText(page).diagnostics).toEqual([])
})

describe('a page that cannot be taken apart is one verbatim part, and a diagnostic says why', () => {
  type Case = readonly [name: string, page: string, code: string, place: string, mdx?: boolean]
  const refused: readonly Case[] = [
    ['unclosed front matter', '---\ntitle: Un titre\n\n# Un titre\n', 'front-matter-unclosed', '1:1'],
    [
      'unclosed front matter with a comment',
      '---\n# note\ntitle: Un titre\n',
      'front-matter-unclosed',
      '1:1',
    ],
    ['a merge conflict', conflict, 'merge-conflict', '3:1'],
    ['a merge conflict in MDX', `<b>${conflict}`, 'merge-conflict', '3:1', true],
    ['invalid MDX', '# Titre\n\nUn <b>texte.\n', 'mdx-invalid', '3:1', true],
    ['an expression without an end', 'Un {texte.\n', 'mdx-invalid', '1:11', true],
    ['50,000 quotation marks', `Un.\n\n${'>'.repeat(50_000)}`, 'too-deep', '3:1'],
    ['50,000 list markers', '1. '.repeat(50_000), 'too-deep', '1:1'],
    ['50,000 lazy lines', `- a\n${'b\n'.repeat(50_000)}`, 'too-deep', '2002:1'],
    ['lists within lists', `${nestedList(150)}`, 'too-deep', '101:201'],
    ['50,000 opening brackets', `a ${'['.repeat(50_000)}`, 'too-deep', '1:1'],
    ['50,000 closing brackets', `a ${']'.repeat(50_000)}`, 'too-deep', '1:1'],
    ['50,000 asterisks around a word', `${'*'.repeat(50_000)}a${'*'.repeat(50_000)}`, 'too-deep', '1:1'],
    ['50,000 closing asterisks', 'a* '.repeat(50_000), 'too-deep', '1:1'],
    ['50,000 declarations', `a ${'<!A '.repeat(50_000)}`, 'too-deep', '1:1'],
    ['50,000 braces', `${'{'.repeat(50_000)}${'}'.repeat(50_000)}`, 'too-deep', '1:101', true],
    ['50,000 stray braces', `{ ( ${'}'.repeat(50_000)}`, 'too-deep', '1:1006', true],
  ]
  it.each(refused.map(([name, page, code, place, mdx = false]) => ({ name, page, code, place, mdx })))(
    '$name',
    ({ page, code, place, mdx }) => {
      const { skeleton, diagnostics } = extractText(page, { mdx })
      expect(skeleton.parts).toEqual([{ type: 'verbatim', raw: page }])
      expect(diagnostics.map(item => [item.code, `${item.line}:${item.column}`])).toEqual([[code, place]])
    },
  )

  function nestedList(depth: number): string {
    return Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- a\n`).join('')
  }
})

describe('what is harmless however much there is of it', () => {
  const harmless: readonly (readonly [name: string, page: string])[] = [
    ['grave accents', '`'.repeat(50_000)],
    ['opening parentheses', `[a](${'('.repeat(50_000)}`],
    ['opening angle brackets', 'a < '.repeat(10_000)],
    ['tildes', '~'.repeat(50_000)],
    ['spaces', `a${' '.repeat(50_000)}b`],
    ['ampersands', '&'.repeat(50_000)],
    ['backslashes', '\\'.repeat(50_000)],
    ['a rule of asterisks', '* '.repeat(50_000)],
    ['empty lines', '\n'.repeat(50_000)],
    ['definitions', '[a]: /x\n\n'.repeat(5_000)],
    ['sentences on one line', 'Une phrase. '.repeat(20_000)],
  ]
  it.each(harmless)('%s', (_name, page) => {
    const { skeleton, diagnostics } = extractText(page)
    expect(skeleton.parts.map(({ raw }) => raw).join('')).toBe(page)
    expect(diagnostics).toEqual([])
  })
})

describe('bold text is a label that is left as it is', () => {
  const labels = (sentence: string) =>
    segmentsOf(extractText(`${sentence}\n`).skeleton).flatMap(({ pattern }) =>
      pattern.flatMap(item => (typeof item === 'object' && item.kind === 'label' ? [item.literal] : [])),
    )

  it.each([
    ['Cliquez sur **Notes** ici.', 'a word that may lead in but has no colon'],
    ['**Notes** sont ici.', 'the same, first in its sentence'],
    ['**Enregistrer** : vous pouvez tout garder.', 'a button that is explained'],
    ['Le bouton **Valider :** ici.', 'a name that ends in a colon'],
    ['Sélectionnez **brouillon** ici.', 'in lower case after what one does to it'],
    ['Cliquez sur **Fin.** ici.', 'a full stop after one word'],
  ])('%s', sentence => {
    expect(labels(sentence)).toHaveLength(1)
  })

  it.each([
    ['Voir **REMARQUE :** ici.', 'a lead-in with its colon'],
    ['**REMARQUE** : faites ceci.', 'a lead-in before its colon'],
    ['**Recettes :** vous pouvez tout.', 'a term with its colon'],
    ['**Recettes** : vous pouvez tout.', 'a term that is explained'],
    ['Le champ **le nom** ici.', 'a noun with its article'],
    ['Cliquez sur **Valider `a`** ici.', 'markup within'],
  ])('but not in %s', sentence => {
    expect(labels(sentence)).toEqual([])
  })

  it.each([
    ['has no colon', '- **Recettes** : vous pouvez tout.\n- **Commandes** arrive ici.', ['**Commandes**']],
    ['is in it', '1. **Recettes** : vous pouvez tout.\n2. **Commandes** : liste.', []],
    ['is in the next', '- **Recettes** : vous pouvez tout.\n* **Commandes** : liste.', ['**Commandes**']],
    [
      'is around it',
      '- x\n  - **Recettes** : vous pouvez tout.\n- **Commandes** : liste.',
      ['**Commandes**'],
    ],
  ])('by a list that explains terms: when its item %s', (_, list, expected) => {
    expect(labels(list)).toEqual(expected)
  })
})

describe('source is read as it is shown', () => {
  const texts = (page: string) => segmentsOf(extractText(page).skeleton).map(({ fragment }) => fragment)

  it.each([
    ['code over two lines that end in CR', '`a\rb` mot\n', '`a b` mot'],
    [
      'markup over two lines, with space at the end of one',
      'Voir [un](a  \n"t") là.\n',
      'Voir [un](a "t") là.',
    ],
    ['the last line of a page that has no line end', 'Un mot.\n\nDeux mots', 'Deux mots'],
    ['what marks an alert in quotes, outside them', '[!NOTE] mot\nsuite\n', '[!NOTE] mot suite'],
    ['what marks a definition, with no term above', ': un mot\n', ': un mot'],
    ['an id before the text of a heading', '# {#a} Un titre\n', '{#a} Un titre'],
    ['an address in HTML', '<p>Voir www.a.fr, puis <b>gras</b>.</p>\n', 'Voir www.a.fr, puis <b>gras</b>.'],
    ['a title whose second line is a lazy one', '> [a](b "c\nd e")\n', 'c d e'],
    ['a title whose second line begins with a marker and a tab', '> [a](b "c\n>\td e")\n', 'c d e'],
  ])('%s', (_, page, fragment) => {
    expect(texts(page)).toContain(fragment)
  })

  it.each([
    ['an address up to the space after it', 'https://a.fr/&eacute;t&amp;x=1', ' là.', 'url'],
    ['an address up to a quotation mark', 'https://a.fr/', '&quot; là.', 'url'],
    ['what is not to be translated', '<b translate="no">mot</b>', ' là.', 'tag'],
  ])('%s, as one code', (_, literal, rest, kind) => {
    const [segment] = segmentsOf(extractText(`Voir ${literal}${rest}\n`).skeleton)
    const codes = segment?.pattern.filter(item => typeof item === 'object')
    expect(codes).toEqual([expect.objectContaining({ kind, literal, form: 'standalone' })])
  })

  it('what says that it is to be translated', () => {
    const [segment] = segmentsOf(extractText('Voir <b translate="yes">mot</b> là.\n').skeleton)
    expect(segment?.pattern).toContain('mot')
  })

  it('front matter without a letter, as no text', () => {
    expect(extractText('---\ntitle: "***"\n---\n').skeleton.parts).toHaveLength(1)
  })

  it('numeric references, decimal and hexadecimal', () => {
    const [segment] = segmentsOf(extractText('<p>&#233;t&#xE9;</p>\n').skeleton)
    expect(segment?.pattern).toEqual(['été'])
  })
})

describe('what a page tells of itself', () => {
  it('its title is the front matter’s, else its first heading, else empty', () => {
    expect(extractText('---\ntitle: Premier\n---\n\n# Second\n').skeleton.title).toBe('Premier')
    expect(extractText('Texte.\n\n## *Premier* titre {#a}\n\n# Second\n').skeleton.title).toBe(
      'Premier titre',
    )
    expect(extractText('Texte.\n').skeleton.title).toBe('')
    expect(extractText('').skeleton).toEqual({ parts: [], title: '' })
  })

  it('units know the headings above them', () => {
    const { skeleton } = extractText('# A\n\nun\n\n### B\n\ndeux\n\n## C\n\ntrois\n\n# D\n')
    const above = skeleton.parts.flatMap(part =>
      part.type === 'unit' ? [`${part.pieces[0]?.raw}: ${part.headings.join(' > ')}`] : [],
    )
    expect(above).toEqual(['A: ', 'un: A', 'B: A', 'deux: A > B', 'C: A', 'trois: A > C', 'D: '])
  })

  it('a continuation line begins with the markers of its containers', () => {
    const { skeleton } = extractText('> 1. - Un\r\n\r\n[^1]: Deux\r\n')
    const places = skeleton.parts.flatMap(part => (part.type === 'unit' ? [part.place] : []))
    expect(places).toEqual([
      { type: 'flow', prefix: '>      ', eol: '\r\n' },
      { type: 'flow', prefix: '      ', eol: '\r\n' },
    ])
  })

  it('a rule at the beginning is no front matter', () => {
    const { skeleton, diagnostics } = extractText('---\n\n**REMARQUE :** Attention.\n')
    expect(segmentsOf(skeleton).map(({ fragment }) => fragment)).toEqual(['**REMARQUE :** Attention.'])
    expect(diagnostics).toEqual([])
  })

  it('TOML front matter stays as it is', () => {
    const { skeleton } = extractText('+++\ntitle = "Un titre"\n+++\n\nTexte.\n')
    expect(segmentsOf(skeleton).map(({ fragment }) => fragment)).toEqual(['Texte.'])
  })

  it('references whose text is their identifier are reported', () => {
    const { diagnostics } = extractText('Un.\n\nVoir [ici][].\n\n[ici]: /x\n')
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'reference-text-kept', severity: 'info', line: 3, column: 6 }),
    ])
  })
})
