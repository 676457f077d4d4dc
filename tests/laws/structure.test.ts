import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pseudo } from '../../src/translate/engines/pseudo.ts'
import { inventoryOf } from './inventory-of.ts'
import { corpus, examples, guides } from './local-pages.ts'
import { localise } from './localise.ts'
import { markdownPage } from './markdown-page.ts'
import { shapeOf } from './shape-of.ts'

/** Takes the page through the engine pseudo; what differs from the source, law 2 and law 3, fails. */
async function expectSound(page: string, name = page): Promise<readonly string[]> {
  const { text, refused } = await localise(page, pseudo)
  expect(shapeOf(text), `${name}\n→\n${text}`).toEqual(shapeOf(page))
  expect(inventoryOf(text), `${name}\n→\n${text}`).toEqual(inventoryOf(page))
  return refused
}

describe('laws 2 and 3, structure and inventory: with the engine pseudo only text differs', () => {
  it.each([...guides, ...corpus])('$name, with nothing left untranslated', async ({ name, text }) => {
    expect(await expectSound(text, name)).toEqual([])
  })

  it('every example of the CommonMark and GFM specifications, with nothing left untranslated', async () => {
    for (const { name, text } of examples) expect(await expectSound(text, name), name).toEqual([])
  })

  it('any page', async () => {
    await fc.assert(
      fc.asyncProperty(markdownPage, async page => {
        await expectSound(page)
      }),
      { numRuns: 300 },
    )
  })
})
