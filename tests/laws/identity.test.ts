import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identity } from '../../src/translate/engines/identity.ts'
import { corpus, examples, guides } from './local-pages.ts'
import { localise } from './localise.ts'
import { markdownPage } from './markdown-page.ts'

describe('law 1, identity: with the engine identity a page comes out byte for byte', () => {
  it.each([...guides, ...corpus])('$name', async ({ text }) => {
    const { text: target, refused } = await localise(text, identity)
    expect(target).toBe(text)
    expect(refused).toEqual([])
  })

  it('every example of the CommonMark and GFM specifications', async () => {
    for (const { name, text } of examples) {
      for (const page of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text.trimEnd()}`]) {
        expect((await localise(page, identity)).text, name).toBe(page)
      }
    }
  })

  it('any page', async () => {
    await fc.assert(
      fc.asyncProperty(markdownPage, async page => {
        expect((await localise(page, identity)).text).toBe(page)
      }),
      { numRuns: 300 },
    )
  })

  it('any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), fc.boolean(), async (page, mdx) => {
        expect((await localise(page, identity, mdx ? 'mdx' : 'markdown')).text).toBe(page)
      }),
      { numRuns: 500 },
    )
  })
})
