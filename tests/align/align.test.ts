import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AlignItem } from '../../src/align/align-item.ts'
import { alignPages } from '../../src/align/align-pages.ts'
import { alignSequences } from '../../src/align/align-sequences.ts'
import { createLanguageTest } from '../../src/align/create-language-test.ts'
import { learnPage } from '../../src/align/learn-page.ts'
import { extractPage } from '../../src/extract/extract-page.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'

function page(text: string, locale: string) {
  const translated = ['title', 'meta.title', 'meta.description'].map(path => ({
    path,
    action: 'translate' as const,
  }))
  return extractPage(text, {
    file: 'page.md',
    locale,
    format: 'markdown',
    values: [...translated, { path: '*', action: 'keep' }],
    attributes: ['alt', 'title'],
  }).skeleton
}

const item = (length: number, anchors: Record<string, number> = {}, type = 's'): AlignItem => ({
  type,
  length,
  anchors: new Map(Object.entries(anchors)),
})

test('every item of both sides is in exactly one bead, in order', () => {
  const items = fc.array(
    fc.record({
      length: fc.integer({ min: 1, max: 200 }),
      anchor: fc.constantFrom('a', 'b', 'c'),
      type: fc.constantFrom('p', 'h'),
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(items, items, fc.boolean(), (left, right, merges) => {
      const make = (rows: typeof left) => rows.map(row => item(row.length, { [row.anchor]: 1 }, row.type))
      const beads = alignSequences(make(left), make(right), { merges })
      expect(beads.flatMap(bead => bead.source)).toEqual(left.map((_, i) => i))
      expect(beads.flatMap(bead => bead.target)).toEqual(right.map((_, i) => i))
    }),
  )
})

test('a sentence cut in two is aligned with both halves', () => {
  const beads = alignSequences([item(50), item(120), item(40)], [item(48), item(60), item(58), item(39)], {
    merges: true,
  })
  expect(beads.map(bead => [bead.source, bead.target])).toEqual([
    [[0], [0]],
    [[1], [1, 2]],
    [[2], [3]],
  ])
})

test('anchors outweigh lengths', () => {
  const beads = alignSequences([item(30, { '#12': 2 }), item(31, { '#7': 2 })], [item(31, { '#7': 2 })], {
    merges: false,
  })
  expect(beads.find(bead => bead.target.length > 0)?.source).toEqual([1])
})

const french =
  '---\ntitle: Notre menu\n---\n\n# Ouvrir le menu\n\nCliquez sur **Menu**. La page `menu.html` apparaît.\n\n- Un plat\n- Deux plats\n'
const english =
  '---\ntitle: Our menu\n---\n\n# Open the menu\n\nClick **Menu**. The page `menu.html` opens.\n\n- One dish\n- Two dishes\n'

test('a page of the same shape is filled outright', () => {
  const { targets, targetOnly } = learnPage(page(french, 'fr'), page(english, 'en'), {
    source: 'fr',
    target: 'en',
  })
  expect(targets).toEqual(segmentsOf(page(english, 'en')).map(segment => segment.fragment))
  expect(targetOnly).toEqual([])
})

test('two sentences that became one leave the second empty', () => {
  const merged = english.replace('Click **Menu**. The page', 'Click **Menu** and the page')
  const { targets } = learnPage(page(french, 'fr'), page(merged, 'en'), { source: 'fr', target: 'en' })
  expect(targets?.[2]).toBe('Click **Menu** and the page `menu.html` opens.')
  expect(targets?.[3]).toBe('')
})

test('a paragraph that only one side has is left over, and the page is not filled', () => {
  const longer = english.replace(
    '- One dish',
    'For more about dishes of the day, write to the kitchen at any hour.\n\n- One dish',
  )
  const learned = learnPage(page(french, 'fr'), page(longer, 'en'), { source: 'fr', target: 'en' })
  expect(learned.targets).toBeUndefined()
  expect(learned.targetOnly).toHaveLength(1)
  expect(learned.sourceOnly).toEqual([])
})

test('empty pages and halves align with nothing', () => {
  expect(alignPages(page('', 'fr'), page(english, 'en'))).toMatchObject({ beads: [], sameShape: false })
  expect(alignPages(page('', 'fr'), page('', 'en'))).toMatchObject({ beads: [], sameShape: true })
})

test('a text in the wrong language is doubtful', async () => {
  const languageOf = await createLanguageTest(['fr', 'en'])
  const left = page(
    'Voici la première phrase de ce petit guide.\n\nPlease note that this text was never written in French.\n',
    'fr',
  )
  const right = page(
    'Here is the first sentence of this small guide.\n\nPlease note that this text was not written in French.\n',
    'en',
  )
  const learned = learnPage(left, right, { source: 'fr', target: 'en', languageOf })
  expect(learned.confident.map(bead => bead.source)).toEqual([[0]])
  expect(learned.doubtful.map(bead => bead.reason)).toEqual(['source-language'])
})

test('a longer text in a third language is told, whichever of the two it is nearer to', async () => {
  const languageOf = await createLanguageTest(['fr', 'en'])
  const german =
    'Auf dieser Seite steht, wie Sie eine Bestellung öffnen und den Preis eines Menüs ändern können, bevor sie ausgeliefert wird.'
  expect(languageOf(german)).toBe('de')
  expect(
    languageOf('Cette page dit comment ouvrir une commande et changer le prix d’un menu avant sa livraison.'),
  ).toBe('fr')
})

test.skipIf(process.env.VERSO_CORPUS === undefined)(
  'pairs checked by hand are found: precision 95 %, recall 88 %',
  async () => {
    const root = process.env.VERSO_CORPUS ?? ''
    const languageOf = await createLanguageTest(['fr', 'en'])
    const rows = readFileSync(new URL('../fixtures/align/checked-pairs.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as [string, string, string[]])
    const pages = new Map<string, ReadonlyMap<string, readonly string[]>>()
    let found = 0
    let right = 0
    for (const [path, place, targets] of rows) {
      const links = pages.get(path) ?? linksOf(path)
      pages.set(path, links)
      const own = links.get(place) ?? []
      if (own.length > 0) found++
      if (own.length > 0 && own.join() === targets.join()) right++
    }
    const all = rows.filter(([, , targets]) => targets.length > 0).length
    expect(rows.length).toBeGreaterThanOrEqual(200)
    expect(right / found).toBeGreaterThanOrEqual(0.95)
    expect(right / all).toBeGreaterThanOrEqual(0.88)

    /** Places of the confident partners by the place of a segment. */
    function linksOf(path: string): ReadonlyMap<string, readonly string[]> {
      const left = page(readFileSync(join(root, path), 'utf8'), 'fr')
      const other = page(readFileSync(join(root, path.replace('/fr/', '/en/')), 'utf8'), 'en')
      const [from, to] = [segmentsOf(left), segmentsOf(other)]
      const place = (segment: (typeof from)[number] | undefined) =>
        `${segment?.position.line}:${segment?.position.column}`
      const links = new Map<string, readonly string[]>()
      for (const bead of learnPage(left, other, { source: 'fr', target: 'en', languageOf }).confident) {
        for (const i of bead.source)
          links.set(
            place(from[i]),
            bead.target.map(j => place(to[j])),
          )
      }
      return links
    }
  },
)
