import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { guardPage } from '../../src/reassemble/guard/guard-page.ts'
import { renderFragment } from '../../src/syntax/fragments/render-fragment.ts'
import { parsePage } from '../../src/syntax/grammar/parse-page.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { hostileText } from './patterns.ts'
import { takeApart } from './take-apart.ts'

/** A page with the text `Mot` in one place, and how that text is read from the page by a parser. */
interface Case {
  readonly page: string
  readonly read: (root: Nodes) => string | undefined
  readonly mdx?: boolean
}

function find(node: Nodes, type: string): Nodes | undefined {
  if (node.type === type) return node
  for (const child of 'children' in node ? node.children : []) {
    const found = find(child, type)
    if (found !== undefined) return found
  }
  return undefined
}

function textIn(node: Nodes | undefined): string | undefined {
  if (node === undefined) return undefined
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'image') return node.alt ?? ''
  return 'children' in node ? node.children.map(child => textIn(child) ?? '').join('') : ''
}

const textOf = (type: string) => (root: Nodes) => textIn(find(root, type))
const field = (type: string, name: 'alt' | 'title') => (root: Nodes) =>
  (find(root, type) as unknown as Record<string, string> | undefined)?.[name]
const decoded = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&amp;', '&')
const html = (expression: RegExp) => (root: Nodes) => {
  const node = find(root, 'html')
  return node?.type === 'html' ? decoded(expression.exec(node.value)?.[1] ?? '') : undefined
}
const yaml = (root: Nodes) => {
  const node = find(root, 'yaml')
  return node?.type === 'yaml' ? (parse(node.value) as { title: string }).title : undefined
}

const cases: Readonly<Record<string, Case>> = {
  paragraph: {
    page: 'Avant.\n\nMot\n\nAprès.\n',
    read: root => textIn((root as { children: Nodes[] }).children[1]),
  },
  'first block': { page: 'Mot\n', read: textOf('paragraph') },
  'second line': {
    page: '**Avant.**\\\nMot\n',
    read: root => textOf('paragraph')(root)?.slice('Avant.'.length),
  },
  'bullet item': { page: '- Mot\n- Autre\n', read: textOf('paragraph') },
  'ordered item': { page: '1. Mot\n2. Autre\n', read: textOf('paragraph') },
  task: { page: '- [ ] Mot\n', read: textOf('paragraph') },
  quotation: { page: '> Mot\n> suite\n', read: textOf('paragraph') },
  footnote: { page: 'Voir[^1].\n\n[^1]: Mot\n', read: root => textIn(find(root, 'footnoteDefinition')) },
  heading: { page: '## Mot\n', read: textOf('heading') },
  'closed heading': { page: '## Mot ##\n', read: textOf('heading') },
  'heading with an id': {
    page: '## Mot {#id}\n',
    read: root => textOf('heading')(root)?.replace(/ \{#id\}$/, ''),
  },
  'setext heading': { page: 'Mot\n---\n', read: textOf('heading') },
  cell: { page: '| Mot | b |\n| --- | --- |\n', read: textOf('tableCell') },
  'cell without pipes around': { page: 'Mot | b\n--- | ---\n', read: textOf('tableCell') },
  'cell of the last row': {
    page: 'a | b\n--- | ---\nMot | d\n',
    read: root =>
      textIn(
        (find(root, 'table') as { children: { children: Nodes[] }[] } | undefined)?.children[1]?.children[0],
      ),
  },
  'alt text': { page: '![Mot](a.png)\n', read: field('image', 'alt') },
  'alt text in a sentence': { page: 'Voir ![Mot](a.png) ici.\n', read: field('image', 'alt') },
  'alt text in a cell': { page: '| ![Mot](a.png) |\n| --- |\n', read: field('image', 'alt') },
  'title in double quotes': { page: '[un](a "Mot")\n', read: field('link', 'title') },
  'title in single quotes': { page: "[un](a 'Mot')\n", read: field('link', 'title') },
  'title in brackets': { page: '[un](a (Mot))\n', read: field('link', 'title') },
  'title in a cell': { page: '| [un](a "Mot") |\n| --- |\n', read: field('link', 'title') },
  'HTML text': { page: '<p>Mot</p>\n', read: html(/<p>(.*)<\/p>/s) },
  'attribute in double quotes': { page: '<img alt="Mot">\n', read: html(/alt="([^"]*)"/) },
  'attribute in single quotes': { page: "<img alt='Mot'>\n", read: html(/alt='([^']*)'/) },
  'attribute without quotes': { page: '<img alt=Mot>\n', read: html(/alt=([^\s>]*)/) },
  'plain YAML': { page: '---\ntitle: Mot\n---\n', read: yaml },
  'single-quoted YAML': { page: "---\ntitle: 'Mot'\n---\n", read: yaml },
  'double-quoted YAML': { page: '---\ntitle: "Mot"\n---\n', read: yaml },
  'literal YAML': { page: '---\ntitle: |-\n  Mot\n---\n', read: yaml },
  'folded YAML': { page: '---\ntitle: >-\n  Mot\n---\n', read: yaml },
  'MDX paragraph': { page: 'Mot\n', read: textOf('paragraph'), mdx: true },
  'MDX heading': { page: '# Mot\n', read: textOf('heading'), mdx: true },
}

/** Text that begins as it likes, has a letter, and no white space at its ends. */
const text = hostileText.map(start => `${start.trim()} mot`.trim())

const plain = (value: string | undefined) => value?.replace(/[ \t\r\n]+/g, ' ').trim()

describe('any text is read from the page as it was written, in the place of', () => {
  it.each(Object.entries(cases))('%s', (_, { page, read, mdx = false }) => {
    const skeleton = takeApart(page, mdx)
    const segments = segmentsOf(skeleton)
    const index = segments.findIndex(({ fragment }) => /^\[?Mot/.test(fragment) || fragment === 'Mot suite')
    expect(index).toBeGreaterThanOrEqual(0)
    const unit = skeleton.parts.find(part => part.type === 'unit' && part.raw.includes('Mot'))
    fc.assert(
      fc.property(text, value => {
        const isText = unit?.type === 'unit' && unit.role === 'attribute'
        const syntax =
          segments[index]?.key.startsWith('title') || segments[index]?.key.startsWith('frontMatter') || isText
            ? 'text'
            : unit?.type === 'unit'
              ? unit.syntax
              : 'markdown'
        const targets: (string | undefined)[] = []
        targets[index] = renderFragment([value], syntax)
        const { text: written, rejected } = guardPage({
          source: page,
          skeleton,
          targets,
          format: mdx ? 'mdx' : 'markdown',
          file: 'page.md',
          locale: 'en',
        })
        expect({ written, rejected }).toEqual({ written, rejected: [] })
        const root = parsePage(written, { format: mdx ? 'mdx' : 'markdown' })
        expect(root.type).toBe('root')
        expect(plain(read(root as Nodes))).toBe(plain(value))
      }),
      { numRuns: 200 },
    )
  })
})
