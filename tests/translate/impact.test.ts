import { expect, test } from 'vitest'
import type { LabelPolicy } from '../../src/config/config.ts'
import type { Glossary, State } from '../../src/model.ts'
import { parseFragment } from '../../src/syntax/fragments/parse-fragment.ts'
import { renderFragment } from '../../src/syntax/fragments/render-fragment.ts'
import { createImpactFinder } from '../../src/translate/create-impact-finder.ts'

const empty: Glossary = { terms: [], doNotTranslate: [], labels: [] }
const order = { source: 'commande', target: 'order', forbidden: [], caseSensitive: false }

function impact(
  before: Partial<Glossary>,
  after: Partial<Glossary>,
  [source, target]: readonly [string, string],
  options: { readonly state?: State; readonly labels?: LabelPolicy } = {},
) {
  const find = createImpactFinder({ ...empty, ...before }, { ...empty, ...after }, 'fr', 'en')
  const pattern = parseFragment(source, 'markdown')
  return find({
    pagePath: 'apps/a',
    source: pattern,
    target: parseFragment(target, 'markdown', { source: pattern }),
    state: options.state ?? 'translated',
    labels: options.labels ?? 'keep',
  })
}

test('a new term touches what does not follow it yet', () => {
  expect(impact({}, { terms: [order] }, ['Une commande.', 'A command.'])?.action).toBe('retranslate')
  expect(impact({}, { terms: [order] }, ['Une commande.', 'An order.'])).toBeUndefined()
  expect(impact({}, { terms: [order] }, ['Un mot.', 'A word.'])).toBeUndefined()
})

test('a changed term touches what follows the old one', () => {
  const changed = { ...order, target: 'purchase order' }
  expect(impact({ terms: [order] }, { terms: [changed] }, ['Une commande.', 'An order.'])?.action).toBe(
    'retranslate',
  )
  expect(
    impact({ terms: [order] }, { terms: [changed] }, ['Une commande.', 'A purchase order.']),
  ).toBeUndefined()
})

test('a term that broke its entry before the change is not touched by the change of another', () => {
  const other = { source: 'vente', target: 'sale', forbidden: [], caseSensitive: false }
  expect(
    impact({ terms: [order] }, { terms: [order, other] }, ['Une commande.', 'A command.']),
  ).toBeUndefined()
})

test('a note changes nothing', () => {
  expect(
    impact({ terms: [order] }, { terms: [{ ...order, note: 'x' }] }, ['Une commande.', 'A command.']),
  ).toBeUndefined()
})

test('a term that is gone touches what follows it', () => {
  expect(impact({ terms: [order] }, {}, ['Une commande.', 'An order.'])?.action).toBe('retranslate')
  expect(impact({ terms: [order] }, {}, ['Une commande.', 'A command.'])).toBeUndefined()
})

test('a product name touches what translated it, and what kept it once it is none', () => {
  const name = { doNotTranslate: ['École du Bempt'] }
  expect(impact({}, name, ['À École du Bempt.', 'At Bempt School.'])?.action).toBe('retranslate')
  expect(impact({}, name, ['À École du Bempt.', 'At École du Bempt.'])).toBeUndefined()
  expect(impact(name, {}, ['À École du Bempt.', 'At École du Bempt.'])?.action).toBe('retranslate')
})

test('what a person confirmed is only reported', () => {
  const found = impact({}, { terms: [order] }, ['Une commande.', 'A command.'], { state: 'reviewed' })
  expect(found).toMatchObject({ action: 'report' })
  expect(found?.reasons).toHaveLength(1)
})

test('a new label translation is written without an engine, on pages that show it', () => {
  const labels = (target: string) => ({ labels: [{ source: 'Activer', target }] })
  const texts = ['Cliquez sur **Activer**.', 'Click **Activer** (Turn on).'] as const
  expect(impact(labels('Turn on'), labels('Enable'), texts)).toBeUndefined()
  const found = impact(labels('Turn on'), labels('Enable'), texts, { labels: 'gloss' })
  expect(found?.action).toBe('relabel')
  expect(renderFragment(found?.target ?? [], 'markdown')).toBe('Click **Activer** (Enable).')
  const mapped = impact(labels('Turn on'), labels('Enable'), [texts[0], 'Click **Turn on**.'], {
    labels: 'map',
  })
  expect(renderFragment(mapped?.target ?? [], 'markdown')).toBe('Click **Enable**.')
})
