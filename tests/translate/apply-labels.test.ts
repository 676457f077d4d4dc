import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LabelPolicy } from '../../src/config/config.ts'
import { parseFragment } from '../../src/syntax/fragments/parse-fragment.ts'
import { renderFragment } from '../../src/syntax/fragments/render-fragment.ts'
import { applyLabels } from '../../src/translate/apply-labels.ts'
import { createLabelTable } from '../../src/translate/create-label-table.ts'

const labels = [
  { source: 'Activer', target: 'Enable' },
  { source: 'Configuration', target: 'Settings' },
  { source: 'Valider', target: 'OK' },
  { source: 'Envoyer', target: 'OK' },
  { source: 'Autoriser', target: 'Allow' },
  { source: 'Autoriser', target: 'Permit', pages: 'apps/special/**' },
  { source: 'Note *', target: 'Note *' },
]
const table = createLabelTable(labels, ['HubRise'], 'apps/bwares/connect')

/** What a target comes to under a policy, both sides written as fragments. */
function apply(source: string, target: string, policy: LabelPolicy): string {
  const from = parseFragment(source, 'markdown')
  const { pattern } = applyLabels(parseFragment(target, 'markdown', { source: from }), from, policy, table)
  return renderFragment(pattern, 'markdown')
}

const source = 'Cliquez sur **Activer**.'
const forms = ['Click **Activer**.', 'Click **Activer** (Enable).', 'Click **Enable**.'] as const

test.each(forms)(
  'whatever policy a target was made under, it comes out as the page’s policy has it: %s',
  form => {
    expect(apply(source, form, 'keep')).toBe('Click **Activer**.')
    expect(apply(source, form, 'gloss')).toBe('Click **Activer** (Enable).')
    expect(apply(source, form, 'map')).toBe('Click **Enable**.')
  },
)

test('a path of labels is translated label by label, product names left alone', () => {
  const path = 'Allez dans **Configuration** > **HubRise**.'
  expect(apply(path, 'Go to **Configuration** > **HubRise**.', 'gloss')).toBe(
    'Go to **Configuration** (Settings) > **HubRise**.',
  )
  expect(apply(path, 'Go to **Configuration** > **HubRise**.', 'map')).toBe(
    'Go to **Settings** > **HubRise**.',
  )
})

test('two labels of one translation go back to their own', () => {
  const two = 'Cliquez sur **Valider**, puis cliquez sur **Envoyer**.'
  expect(apply(two, 'Click **OK**, then **OK**.', 'keep')).toBe('Click **Valider**, then **Envoyer**.')
})

test('bold that is no label of the source stays', () => {
  expect(apply('Cliquez sur **Activer** *vite*.', '**NB:** Enable **Activer**.', 'map')).toBe(
    '**NB:** Enable **Enable**.',
  )
})

test('labels that the glossary does not know are kept and named, those without a letter only kept', () => {
  const from = parseFragment('Cliquez sur **Inconnu**, puis sur **+**.', 'markdown')
  expect(applyLabels(from, from, 'gloss', table)).toEqual({ pattern: from, untranslated: ['Inconnu'] })
  expect(applyLabels(from, from, 'keep', table)).toEqual({ pattern: from, untranslated: [] })
})

test('applying a policy twice is applying it once, after any other policy', () => {
  const policy = fc.constantFrom<LabelPolicy>('keep', 'gloss', 'map')
  const word = fc.constantFrom(
    '**Activer**',
    '**Valider**',
    '**Envoyer**',
    'cliquez sur',
    '(bas)',
    '**Autre**',
    'et',
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), policy, policy, (words, first, second) => {
      const text = words.join(' ')
      const from = parseFragment(text, 'markdown')
      const direct = applyLabels(from, from, second, table).pattern
      const detour = applyLabels(applyLabels(from, from, first, table).pattern, from, second, table).pattern
      const [a, b] = [direct, detour].map(pattern => renderFragment(pattern, 'markdown'))
      // Two labels of one translation can't be told apart in any order but the source's.
      fc.pre(!(text.includes('Envoyer') && text.includes('Valider')))
      expect(b).toBe(a)
      expect(renderFragment(applyLabels(direct, from, second, table).pattern, 'markdown')).toBe(a)
    }),
  )
})

test('entries for a page go before general ones, and letter case is secondary', () => {
  const special = createLabelTable(labels, [], 'apps/special/connect')
  expect(special('Autoriser')).toBe('Permit')
  expect(table('Autoriser')).toBe('Allow')
  expect(table('AUTORISER')).toBe('ALLOW')
  expect(table('autoriser')).toBe('Allow')
  expect(table('Configuration > HubRise')).toBe('Settings > HubRise')
  expect(table('Configuration > Inconnu')).toBeUndefined()
})
