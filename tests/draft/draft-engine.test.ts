import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EngineFault } from '../../src/engine-fault.ts'
import type { Glossary, Pattern, Role } from '../../src/model.ts'
import { parseFragment } from '../../src/syntax/fragments/parse-fragment.ts'
import { renderFragment } from '../../src/syntax/fragments/render-fragment.ts'
import { recallAdaptation } from '../../src/translate/draft/adaptation/recall-adaptation.ts'
import { trainAdaptation } from '../../src/translate/draft/adaptation/train-adaptation.ts'
import { createDraftEngine } from '../../src/translate/draft/create-draft-engine.ts'
import { createDraftTranslator } from '../../src/translate/draft/create-draft-translator.ts'

const memory: readonly (readonly [string, string, Role?])[] = [
  ['Ouvrez le menu.', 'Open the menu.'],
  ['Ouvrez la page des commandes.', 'Open the orders page.'],
  ['Fermez la page.', 'Close the page.'],
  ['Fermez le menu.', 'Close the menu.'],
  ['Cliquez sur **Valider** pour ouvrir la page.', 'Click **Valider** to open the page.'],
  ['Cliquez sur **Fermer**.', 'Click **Fermer**.'],
  ['Connectez Moulin à votre compte.', 'Connect Moulin to your account.'],
  ['Connectez votre caisse à Moulin.', 'Connect your till to Moulin.'],
  ['Vous avez 3 commandes.', 'You have 3 orders.'],
  ['Une commande gratuite', 'A Free Order', 'heading'],
  ['Une page gratuite', 'A Free Page', 'heading'],
  ['Ouvrez votre compte', 'Open Your Account', 'heading'],
  ['La caisse affiche une commande gratuite.', 'The till shows a free order.'],
  ['La caisse affiche un menu gratuit.', 'The till shows a free menu.'],
]
const none: Glossary = { terms: [], doNotTranslate: [], labels: [] }
const adaptation = trainAdaptation({
  source: 'fr',
  target: 'en',
  pairs: memory.map(([source, target, role = 'paragraph']) => ({
    source: parseFragment(source, 'markdown'),
    target: parseFragment(target, 'markdown'),
    role,
  })),
  targetTexts: [],
})
const engine = createDraftEngine(() => ({ adaptation }))

async function draft(pattern: Pattern, role: Role = 'paragraph', glossary = none) {
  const context = { title: '', headings: [], before: '', after: '' }
  const [answer] = await engine.translate(
    { texts: [{ pattern, role, context }], source: 'fr', target: 'en-GB', glossary, encoding: 'primary' },
    new AbortController().signal,
  )
  if (answer === undefined) throw new Error('No answer.')
  return answer
}
const drafted = async (text: string, role?: Role, glossary?: Glossary) =>
  renderFragment((await draft(parseFragment(text, 'markdown'), role, glossary)).pattern, 'markdown')

test('sentences that were never seen are put together from phrases that were', async () => {
  expect(await drafted('Ouvrez la page.')).toBe('Open the page.')
  expect(await drafted('Fermez la page des commandes.')).toBe('Close the orders page.')
})

test('what was learned with one name, number or label holds for others', async () => {
  expect(await drafted('Connectez Beffroi à votre compte.')).toBe('Connect Beffroi to your account.')
  expect(await drafted('Vous avez 27 commandes.')).toBe('You have 27 orders.')
  expect(await drafted('Cliquez sur **Suivant**.')).toBe('Click **Suivant**.')
})

test('capitalised words inside a sentence are a name, though each of them is a known word', async () => {
  expect(await drafted('Connectez Page Commandes à votre compte.')).toBe(
    'Connect Page Commandes to your account.',
  )
  expect(await drafted('Connectez [Fermez la page](/p) à votre compte.')).toMatch(/\[close the page\]/iu)
})

test('an adjective moves before its noun and stays behind the article', async () => {
  expect(await drafted('La caisse affiche une page gratuite.')).toBe('The till shows a free page.')
})

test('paired codes go with their words', async () => {
  expect(await drafted('Ouvrez [la page](/p) et fermez *le menu*.')).toMatch(
    /\[the page\]\(\/p\).*\*the menu\*/u,
  )
})

test('headings take the case that headings have in the pages', async () => {
  expect(await drafted('Fermez votre compte', 'heading')).toBe('Close Your Account')
  expect(await drafted('Fermez votre compte.')).toBe('Close your account.')
})

test('glossary terms are said as the glossary says them', async () => {
  const glossary = {
    ...none,
    terms: [{ source: 'caisse', target: 'cash desk', forbidden: [], caseSensitive: false }],
  }
  expect(await drafted('Connectez votre caisse à Moulin.', 'paragraph', glossary)).toBe(
    'Connect your cash desk to Moulin.',
  )
  expect(await drafted('Ouvrez les caisses.', 'paragraph', glossary)).toMatch(/cash desks/u)
})

test('unknown words are kept and named, and lower the score', async () => {
  const known = await draft(['Ouvrez le menu.'])
  const unknown = await draft(['Ouvrez le xylophone.'])
  expect(unknown.pattern.join('')).toBe('Open the xylophone.')
  expect(unknown.unknownWords).toEqual(['xylophone'])
  expect(known.unknownWords).toEqual([])
  expect(unknown.score).toBeLessThan(known.score ?? 0)
})

test('every code of any text is in the answer, once', async () => {
  const pool = [
    'Ouvrez',
    ' ',
    'le menu',
    ', ',
    '**Valider**',
    '`a`',
    '[la page](/p)',
    '*votre compte*',
    '42',
    ' (',
    ')',
    '. ',
    'Moulin',
    '![i](x.png)',
    ' « ',
    ' » ',
    'xyz',
  ]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pool), { maxLength: 14 }), async items => {
      const pattern = parseFragment(items.join(''), 'markdown')
      const { pattern: answer } = await draft(pattern)
      const codes = (all: Pattern) =>
        all
          .flatMap(item => (typeof item === 'string' ? [] : [`${item.id} ${item.form} ${item.literal}`]))
          .sort()
      expect(codes(answer)).toEqual(codes(pattern))
    }),
    { numRuns: 150 },
  )
})

test('a text without end is drafted in linear time', async () => {
  const { pattern } = await draft([`${'ouvrez le menu et fermez la page '.repeat(400)}.`])
  expect(pattern.join('').split(' ').length).toBeGreaterThan(1500)
})

test('without any model, and for other languages, it says what is missing', async () => {
  const request = { texts: [], source: 'fr', target: 'de', glossary: none, encoding: 'primary' } as const
  const { signal } = new AbortController()
  const nothing = createDraftEngine(() => ({})).translate(request, signal)
  await expect(nothing).rejects.toThrow(EngineFault)
  await expect(nothing).rejects.toThrow(/verso align de/u)
  await expect(engine.translate(request, signal)).rejects.toThrow(/fr → en, not fr → de/u)
})

test('languages without rules of their own are learned from pages alone', async () => {
  const own = trainAdaptation({
    source: 'de',
    target: 'nl',
    pairs: [
      { source: ['Öffnen Sie das Menü.'], target: ['Open het menu.'], role: 'paragraph' },
      { source: ['Öffnen Sie die Seite.'], target: ['Open de pagina.'], role: 'paragraph' },
    ],
    targetTexts: [],
  })
  const dutch = createDraftEngine(() => ({ adaptation: own }))
  const context = { title: '', headings: [], before: '', after: '' }
  const [answer] = await dutch.translate(
    {
      texts: [{ pattern: ['Öffnen Sie das Menü.'], role: 'paragraph', context }],
      source: 'de',
      target: 'nl',
      glossary: none,
      encoding: 'primary',
    },
    new AbortController().signal,
  )
  expect(answer?.pattern.join('')).toBe('Open het menu.')
})

test('an equal memory is kept, a changed segment changes only itself, a changed memory is learned anew', () => {
  const pairs = Array.from({ length: 60 }, (_, i) => ({
    source: [`Ouvrez la page ${'abcdefghij'[i % 10]}${'klmnop'[i % 6]} du menu.`],
    target: [`Open the ${'abcdefghij'[i % 10]}${'klmnop'[i % 6]} page of the menu.`],
    role: 'paragraph' as const,
  }))
  const input = { source: 'fr', target: 'en', pairs, targetTexts: [] }
  const say = (models: Parameters<typeof createDraftTranslator>[0], text: string) =>
    createDraftTranslator(models).translate([text], 'paragraph', none).pattern.join('')
  const first = recallAdaptation(input, undefined, '1', undefined)
  const second = recallAdaptation({ ...input, pairs: pairs.toReversed() }, undefined, '1', first.keep)
  expect(second.keep).toBeUndefined()
  expect(say(second, 'Ouvrez la page ak du menu.')).toBe('Open the ak page of the menu.')

  const attic = { source: ['Rangez le grenier.'], target: ['Tidy the attic.'], role: 'paragraph' as const }
  const changed = { ...input, pairs: [...pairs.slice(1), attic] }
  const third = recallAdaptation(changed, undefined, '1', first.keep)
  expect(say(third, 'Rangez le grenier.')).toBe('Tidy the attic.')
  const fourth = recallAdaptation(changed, undefined, '1', third.keep)
  expect(fourth.keep).toBeUndefined()
  expect(say(fourth, 'Rangez le grenier.')).toBe('Tidy the attic.')
  const back = recallAdaptation(input, undefined, '1', third.keep)
  expect(back.keep).toBeDefined()
  expect(say(back, 'Rangez le grenier.')).not.toBe('Tidy the attic.')
})

test('what was kept is learned anew when it is damaged, cut short or of another release', () => {
  const pairs = memory.map(([source, target]) => ({
    source: [source],
    target: [target],
    role: 'paragraph' as const,
  }))
  const input = { source: 'fr', target: 'en', pairs, targetTexts: [] }
  const { keep = new Uint8Array() } = recallAdaptation(input, undefined, '1', undefined)
  const damaged = keep.map((byte, at) => (at === 900 ? byte ^ 1 : byte))
  for (const kept of [damaged, keep.subarray(0, 1000), new Uint8Array()]) {
    expect(recallAdaptation(input, undefined, '1', kept).keep).toEqual(keep)
  }
  expect(recallAdaptation(input, undefined, '2', keep).keep).toBeDefined()
  expect(recallAdaptation(input, undefined, '1', keep).keep).toBeUndefined()
})

test('hostile texts take no more than linear time', async () => {
  const many = 5000
  for (const text of [
    '.'.repeat(many),
    '« '.repeat(many),
    'a-'.repeat(many),
    "l'".repeat(many),
    '1/'.repeat(many),
    'a.a@'.repeat(many),
  ]) {
    const { pattern } = await draft([`Le menu ${text}`])
    expect(pattern.length).toBeGreaterThan(0)
  }
  const links = parseFragment('[a](b) '.repeat(2000), 'markdown')
  expect(await draft(links)).toMatchObject({ pattern: links, score: 0 })
})

test('a picture before the first word leaves it the first', async () => {
  expect(await drafted('⚠️ Ouvrez le menu.')).toBe('⚠️ Open the menu.')
})

test('a noun may move behind a noun phrase that has changed places itself', () => {
  const nouns = [
    ['gestion', 'management'],
    ['contenu', 'content'],
    ['menu', 'menu'],
    ['client', 'customer'],
    ['page', 'page'],
  ] as const
  const pairs = nouns.flatMap(([left, leftEnglish]) =>
    nouns
      .filter(([right]) => right !== left)
      .map(([right, rightEnglish]) => ({
        source: [`Ouvrez la ${left} de ${right}.`],
        target: [`Open the ${rightEnglish} ${leftEnglish}.`],
        role: 'paragraph' as const,
      })),
  )
  const learned = trainAdaptation({ source: 'fr', target: 'en', pairs, targetTexts: [] })
  const tried = createDraftTranslator({ adaptation: learned })
    .alternatives(['Ouvrez la page de gestion de contenu.'], 'paragraph', none, 60)
    .filter(({ derivations }) => derivations.some(({ options }) => options.some(one => one.swaps.length > 1)))
  expect(tried.map(({ pattern }) => pattern.join(''))).toContain('Open the content management page.')
})
