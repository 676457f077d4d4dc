import type { Root } from 'mdast'
import { expect, test } from 'vitest'
import { pagePieces } from '../../src/reassemble/guard/page-piece.ts'
import { pageShape } from '../../src/reassemble/shape/page-shape.ts'
import { parsePage } from '../../src/syntax/grammar/parse-page.ts'
import { takeApart } from './take-apart.ts'

const blocks = (text: string) =>
  pageShape(parsePage(text, { format: 'markdown' }) as Root, {
    attributes: new Set(),
    isFrontMatterText: () => true,
  })
    .map(({ block, inlines }) => `${block}: ${inlines}`)
    .slice(1)

const filler = 'Ouvrez la page suivante du menu, puis fermez la fenêtre. '.repeat(18)

/** Longer than one piece. */
const long = (block: string) => block.repeat(Math.ceil(120_000 / block.length))

test.each([
  ['paragraphs', `${filler}\n\n`],
  ['lines of one paragraph', `${filler}\n<br>\n${filler}\n`],
  ['a list whose items have several paragraphs', `- ${filler}\n\n  ${filler}\n\n`],
  ['a quote of several paragraphs', `> ${filler}\n>\n> ${filler}\n>\n`],
  ['headings and tables', `## Titre\n\n${filler}\n\n| Un | Deux |\n| --- | --- |\n| ${filler} | Trois |\n\n`],
  ['images above text', `![Une image](a.png)\n${filler}\n\n`],
  ['HTML without blank lines', `<div>\n${filler}\n</div>\n${filler}\n\n`],
])('a page that is cut for parsing is the same page: %s', (name, block) => {
  const page = long(block)
  const pieces = pagePieces(takeApart(page), 'markdown')
  expect(pieces.map(({ source }) => source).join('')).toBe(page)
  expect(pieces.flatMap(({ source }) => blocks(source))).toEqual(blocks(page))
  if (name === 'paragraphs') expect(pieces.length).toBeGreaterThan(1)
})

test('a piece knows of the definitions in others that its references need, and of none that it has itself', () => {
  const page = `${long(`Voir [la page][ref] et [Une autre]. ${filler}\n\n`)}[ref]: /menu\n[une  autre]: /b\n[troisième]: /c\n`
  const pieces = pagePieces(takeApart(page), 'markdown')
  expect(pieces.length).toBeGreaterThan(1)
  const [first] = pieces
  expect(first?.definitions).toBe('\n\n[ref]: #\n\n[Une autre]: #')
  expect(pieces.at(-1)?.definitions).toBe('')
})

test('an MDX page is never cut, for its elements hold paragraphs', () => {
  const page = `<Note>\n\n${long(`${filler}\n\n`)}</Note>\n`
  expect(pagePieces(takeApart(page, true), 'mdx')).toHaveLength(1)
})
