import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pattern } from '../../src/model.ts'
import { parseFragment } from '../../src/syntax/fragments/parse-fragment.ts'
import { renderFragment } from '../../src/syntax/fragments/render-fragment.ts'
import { compareCodes } from '../../src/translate/compare-codes.ts'
import { identity } from '../../src/translate/engines/identity.ts'
import { pseudo } from '../../src/translate/engines/pseudo.ts'

async function ask(engine: typeof pseudo, pattern: Pattern): Promise<Pattern> {
  const context = { title: '', headings: [], before: '', after: '' }
  const [answer] = await engine.translate(
    {
      texts: [{ pattern, role: 'paragraph', context }],
      source: 'fr',
      target: 'en',
      glossary: { terms: [], doNotTranslate: [], labels: [] },
      encoding: 'primary',
    },
    new AbortController().signal,
  )
  return answer?.pattern ?? []
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })

test('identity answers with the very pattern', async () => {
  const pattern = parseFragment('Un *mot*.', 'markdown')
  expect(await ask(identity, pattern)).toBe(pattern)
})

test('pseudo replaces every letter and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(text, async source => {
      const answer = (await ask(pseudo, [source])).join('')
      const plain = /\P{L}/u
      const [letters, others] = [
        [...source].filter(one => !plain.test(one)),
        [...source].filter(one => plain.test(one)),
      ]
      for (const letter of letters)
        expect([...answer.replaceAll(`${letter}\u0301`, '')]).not.toContain(letter)
      expect([...answer].filter(one => plain.test(one) && one !== '\u0301')).toEqual(
        others.filter(one => one !== '\u0301'),
      )
    }),
  )
})

test('pseudo makes French some thirty per cent longer', async () => {
  const source = 'Depuis le back-office, cliquez sur le bouton, puis validez votre choix à l’aide du menu.'
  const answer = (await ask(pseudo, [source])).join('')
  expect(answer.length / source.length).toBeGreaterThan(1.25)
  expect(answer.length / source.length).toBeLessThan(1.4)
})

test('pseudo keeps its answer for the same text, and short words short', async () => {
  expect(await ask(pseudo, ['Été à Noël'])).toEqual(await ask(pseudo, ['Été à Noël']))
  expect((await ask(pseudo, ['OK'])).join('')).toBe('ÖĶ')
})

test('pseudo leaves codes alone', async () => {
  const source = parseFragment('Voir [le *guide*](/docs "Titre"), `code`, **OK** et a@b.fr', 'markdown')
  const answer = await ask(pseudo, source)
  expect(compareCodes(source, answer)).toEqual({ missing: [], added: [] })
  expect(
    compareCodes(source, parseFragment(renderFragment(answer, 'markdown'), 'markdown', { source })),
  ).toEqual({
    missing: [],
    added: [],
  })
})
