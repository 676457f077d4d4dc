import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PagePatch } from '../../src/reassemble/page-patch.ts'
import { patchPage } from '../../src/reassemble/patch-page.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { markdownPage } from '../laws/markdown-page.ts'
import { outline } from './outline.ts'
import { hostileFragment } from './patterns.ts'
import { takeApart } from './take-apart.ts'

const page = [
  '---\ntitle: A guide\n---\n',
  'Title\n=====\n',
  'First  paragraph,   oddly spaced. A second sentence.\n',
  '1. One step.\n1. Another step with `code`.\n',
  '| Name | Value |\n|---|---|\n| one | two |\n',
  'A note for English readers alone.',
].join('\n')

interface Changes extends Omit<PagePatch, 'targets'> {
  readonly texts?: Readonly<Record<string, string>>
}

function patch(changes: Changes, text = page, mdx = false) {
  const skeleton = takeApart(text, mdx)
  const segments = segmentsOf(skeleton).map(({ fragment }) => fragment)
  const { texts = {}, ...others } = changes
  expect(segments).toEqual(expect.arrayContaining(Object.keys(texts)))
  const targets = segments.map(fragment => texts[fragment])
  return patchPage({
    text,
    skeleton,
    patch: { targets, ...others },
    format: mdx ? 'mdx' : 'markdown',
    file: 'en.md',
    locale: 'en',
  })
}

const unit = (text: string) =>
  takeApart(page)
    .parts.filter(part => part.type === 'unit')
    .findIndex(({ raw }) => raw.includes(text))
const segment = (text: string) =>
  segmentsOf(takeApart(page)).findIndex(({ fragment }) => fragment.includes(text))

const none = { targets: [], sentences: [], blocks: [] }

describe('a patch', () => {
  it('replaces the given segments and leaves every other byte alone', () => {
    const texts = { 'A second sentence.': 'Another *second* one.', 'One step.': 'Step `one`.', two: 'a|b' }
    expect(patch({ texts })).toEqual({
      text: page
        .replace('A second sentence.', 'Another *second* one.')
        .replace('One step.', 'Step `one`.')
        .replace('two', 'a\\|b'),
      rejected: none,
      diagnostics: [],
    })
  })

  it('with nothing to change gives the page back', () => {
    expect(patch({}).text).toBe(page)
  })

  it.each([
    ['a paragraph', 'A second sentence.', '\n\nA new *paragraph*.', 'A second sentence.', ''],
    ['a step of a list', 'One step.', '\n1. A new step.', 'One step.', ''],
    ['a row of a table', 'two', '\n| three | four |', '| one | two |', ''],
    ['a row below the head of a table', 'Value', '\n| three | four |', '|---|---|', ''],
    ['a paragraph below an underlined heading', 'Title', '\n\nA lead.', '=====', ''],
    ['a block at the end', 'A note', '\n\n## New\n\nText.', 'A note for English readers alone.', ''],
  ])('inserts %s', (_, after, text, line) => {
    expect(patch({ blocks: [{ after: unit(after), text }] })).toEqual({
      text: page.replace(line, () => line + text),
      rejected: none,
      diagnostics: [],
    })
  })

  it('inserts a block before all others of the body', () => {
    const { text } = patch({ blocks: [{ after: -1, text: 'A lead.\n\n' }] })
    expect(text).toBe(page.replace('Title\n', 'A lead.\n\nTitle\n'))
  })

  it('inserts a block before the first of a page, which may change too', () => {
    const blocks = [{ after: -1, text: 'A lead.\n\n' }]
    expect(patch({ blocks }, 'Text.\n').text).toBe('A lead.\n\nText.\n')
    expect(patch({ blocks, texts: { 'Text.': 'More.' } }, 'Text.\n').text).toBe('A lead.\n\nMore.\n')
  })

  it.each([
    ['an underline of one character', 'Title\n-\n', 'Title\n-\n\nNew.\n\n'],
    ['an underline, lines ending in CRLF', 'Title\r\n---\r\n', 'Title\r\n---\n\nNew.\n\r\n'],
    ['no underline, and above a rule', '# Title\n---\n', '# Title\n\nNew.\n\n---\n'],
  ])('inserts a block below a heading with %s', (_, text, expected) => {
    expect(patch({ blocks: [{ after: 0, text: '\n\nNew.\n' }] }, text).text).toBe(expected)
  })

  it('inserts several blocks at one place in order', () => {
    const after = unit('A second')
    const blocks = [
      { after, text: '\n\nOne new.' },
      { after, text: '\n\nAnother new.' },
    ]
    expect(patch({ blocks }).text).toContain('A second sentence.\n\nOne new.\n\nAnother new.\n')
  })

  it('adds a sentence after another, or before it', () => {
    const sentences = [
      { after: segment('A second'), before: undefined, text: 'A third one.' },
      { after: undefined, before: segment('One step'), text: 'First of all.' },
    ]
    const { text, rejected } = patch({ sentences })
    expect(rejected).toEqual(none)
    expect(text).toBe(
      page
        .replace('A second sentence.', 'A second sentence. A third one.')
        .replace('One step.', 'First of all. One step.'),
    )
  })

  it('puts a sentence in the place of one that goes', () => {
    const sentences = [{ after: 0, before: undefined, text: 'New title' }]
    expect(patch({ texts: { 'A guide': '' }, sentences }).text).toBe(page.replace('A guide', 'New title'))
  })

  it.each([
    ['before it', 'See [r].\n\nMiddle.\n', 1],
    ['after it', 'Middle.\n\nSee [r].\n', 0],
  ])('drops a block that makes a link of what is text %s', (_, text, after) => {
    const result = patch({ blocks: [{ after, text: '\n\n[r]: /x' }] }, text)
    expect(result).toMatchObject({ text, rejected: { blocks: [0] } })
  })

  it('drops a block that is no valid MDX', () => {
    const text = 'Un mot.\n'
    const result = patch({ blocks: [{ after: 0, text: '\n\n<!-- a -->' }] }, text, true)
    expect(result).toMatchObject({ text, rejected: { blocks: [0] } })
  })

  it('drops a sentence and leaves the one beside it out of what is dropped', () => {
    const sentences = [{ after: 0, before: undefined, text: '</p>' }]
    const text = '<p>Un mot.</p>\n'
    expect(patch({ sentences }, text)).toMatchObject({
      text,
      rejected: { targets: [], sentences: [0], blocks: [] },
    })
  })

  it('drops and makes each change once, in whichever piece of a long page it is', () => {
    const filler = 'Words and more words that fill the page. '.repeat(25)
    const text = Array.from({ length: 150 }, (_, index) => `Part ${index}.\n\n${filler}\n\n`).join('')
    const texts = { 'Part 3.': '', 'Part 4.': 'Four.', 'Part 140.': '', 'Part 141.': 'More.' }
    const result = patch({ texts }, text)
    expect(result.text).toBe(text.replace('Part 4.', 'Four.').replace('Part 141.', 'More.'))
    expect(result.diagnostics.map(({ line }) => line)).toEqual([13, 561])
  })

  it('drops what would change the structure around it, and says where', () => {
    const result = patch({
      texts: { 'One step.': '', 'A second sentence.': 'Fine.' },
      blocks: [
        { after: unit('A second'), text: '\n\n```\nnever closed' },
        { after: unit('A second'), text: '\n\nFine too.' },
      ],
    })
    expect(result.text).toBe(page.replace('A second sentence.', 'Fine.\n\nFine too.'))
    expect(result.rejected).toEqual({ targets: [segment('One step')], sentences: [], blocks: [0] })
    expect(result.diagnostics.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['structure-changed', 'en.md', 8],
      ['structure-changed', 'en.md', 10],
    ])
  })
})

describe('a patch of HTML', () => {
  it.each(['<https://a.fr>', 'Voir <a', '</summary>'])('drops %s, which a browser would not show', target => {
    const text = '<details>\n<summary>Ouvrez</summary>\n\nTexte\n\n</details>\n'
    const skeleton = takeApart(text)
    const patch = { targets: [target] }
    const result = patchPage({ text, skeleton, patch, format: 'markdown', file: 'en.md', locale: 'en' })
    expect(result).toMatchObject({ text, rejected: { targets: [0] } })
  })
})

describe('for every page', () => {
  const input = (text: string, patch: PagePatch) => ({
    text,
    skeleton: takeApart(text),
    patch,
    format: 'markdown' as const,
    file: 'en.md',
    locale: 'en',
  })

  it('whatever text is patched into it, its blocks stay', () => {
    fc.assert(
      fc.property(markdownPage, fc.nat(), hostileFragment, (text, at, target) => {
        const count = segmentsOf(takeApart(text)).length
        fc.pre(count > 0)
        const targets: string[] = []
        targets[at % count] = target
        const result = patchPage(input(text, { targets }))
        if (result.rejected.targets.length > 0) expect(result.text).toBe(text)
        else expect(outline(result.text, { hasInlines: false })).toBe(outline(text, { hasInlines: false }))
      }),
      { numRuns: 100 },
    )
  })

  it('a new block adds its own text and nothing else, or is left out', () => {
    fc.assert(
      fc.property(markdownPage, fc.nat(), (text, at) => {
        const count = takeApart(text).parts.filter(({ type }) => type === 'unit').length
        fc.pre(count > 0)
        const block = { after: at % count, text: '\n\nUn bloc tout neuf.\n' }
        const result = patchPage(input(text, { targets: [], blocks: [block] }))
        expect(result.text.replace(block.text, '')).toBe(text)
        expect(result.text === text).toBe(result.rejected.blocks.length === 1)
        const counts = [result.text, text].map(page => outline(page, { hasInlines: false }).length)
        if (result.text !== text) expect(counts[0]).toBeGreaterThanOrEqual(counts[1] ?? 0)
      }),
      { numRuns: 100 },
    )
  })
})
