import { expect, test } from 'vitest'
import { parseGlossary } from '../../src/config/parse-glossary.ts'
import type { VersoError } from '../../src/verso-error.ts'

const file = 'locales/en/glossary.yaml'

function findings(text: string): readonly string[] {
  return parseGlossary(text, file).diagnostics.map(
    ({ code, file: named, line, column, message }) => `${code} ${named}:${line}:${column} ${message}`,
  )
}

test.each([
  ['no file', undefined],
  ['an empty file', ''],
  ['a file of empty sections', 'terms:\ndoNotTranslate:\nlabels:\n'],
])('%s is an empty glossary', (_, text) => {
  expect(parseGlossary(text, file)).toEqual({
    glossary: { terms: [], doNotTranslate: [], labels: [] },
    diagnostics: [],
  })
})

test('terms, names and labels are taken, trimmed and with their defaults', () => {
  const { glossary, diagnostics } = parseGlossary(
    `terms:
  - { source: " point de vente ", target: location, forbidden: [outlet], note: House style }
  - { source: CB, target: card, caseSensitive: true }
doNotTranslate: [HubRise, "HubRise ", Nestor]
labels:
  - { source: Autoriser, target: Allow }
  - { source: Autoriser, target: Permit, pages: "apps/some-app/**" }
`,
    file,
  )
  expect(diagnostics).toEqual([])
  expect(glossary).toEqual({
    terms: [
      {
        source: 'point de vente',
        target: 'location',
        forbidden: ['outlet'],
        caseSensitive: false,
        note: 'House style',
      },
      { source: 'CB', target: 'card', forbidden: [], caseSensitive: true },
    ],
    doNotTranslate: ['HubRise', 'Nestor'],
    labels: [
      { source: 'Autoriser', target: 'Allow' },
      { source: 'Autoriser', target: 'Permit', pages: 'apps/some-app/**' },
    ],
  })
})

test('labels may be a mapping of source labels to target labels', () => {
  const { glossary, diagnostics } = parseGlossary('labels: { Autoriser: Allow, Suivant: "" }', file)
  expect(glossary.labels).toEqual([{ source: 'Autoriser', target: 'Allow' }])
  expect(diagnostics.map(({ code, column }) => [code, column])).toEqual([['glossary-invalid', 38]])
})

test.each([
  ['terms: x', '1:8: `terms`: expected a list, found a text.'],
  ['terms: [x]', '1:9: `terms`, item 1: expected a mapping, found a text.'],
  ['terms:\n  - source: a\n', '2:5: `terms.0.target`: expected a text, found nothing.'],
  ['terms:\n  - { source: 1, target: b }\n', '2:15: `terms.0.source`: expected a text, found a number.'],
  [
    'terms:\n  - { source: a, target: b, forbiden: [c] }\n',
    '2:29: unknown key `forbiden`. Did you mean `forbidden`?',
  ],
  ['term: []', '1:1: unknown key `term`. Did you mean `terms`?'],
  ['doNotTranslate: [1]', '1:18: `doNotTranslate`, item 1: expected a text, found a number.'],
  ['labels: { a: 1 }', '1:14: `labels.a`: expected a text, found a number.'],
  ['- a', '1:1: expected a mapping, found a list.'],
  ['terms: [', '1:9: '],
])('a wrong type or key is an error with its place: %j', (text, message) => {
  try {
    parseGlossary(text, file)
  } catch (error) {
    expect((error as VersoError).kind).toBe('config')
    expect((error as VersoError).message).toContain(`${file}:${message}`)
    return
  }
  throw new Error('accepted')
})

test('of two targets for one source the first holds, and the second is reported', () => {
  const text = `terms:
  - { source: commande, target: order }
  - { source: Commande, target: command }
  - { source: commande, target: order }
  - { source: CB, target: card, caseSensitive: true }
  - { source: cb, target: barcode }
labels:
  - { source: OK, target: OK }
  - { source: OK, target: Done }
  - { source: OK, target: Confirm, pages: "a/**" }
`
  expect(findings(text)).toEqual([
    `glossary-contradiction ${file}:3:5 \`Commande\` is \`order\` above and \`command\` here: the first one holds. Keep one.`,
    `glossary-contradiction ${file}:9:5 \`OK\` is \`OK\` above and \`Done\` here: the first one holds. Keep one.`,
  ])
  const { glossary } = parseGlossary(text, file)
  expect(glossary.terms.map(({ target }) => target)).toEqual(['order', 'card', 'barcode'])
  expect(glossary.labels.map(({ target }) => target)).toEqual(['OK', 'Confirm'])
})

test('a term that forbids its own target, and a name that is also a term, are reported', () => {
  const text = `terms:
  - { source: caisse, target: EPOS, forbidden: [epos, till] }
  - { source: Manager, target: Director }
  - { source: HubRise, target: HubRise }
doNotTranslate: [HubRise, Manager]
`
  expect(findings(text).map(found => found.slice(0, 60))).toEqual([
    `glossary-contradiction ${file}:2:49 The tar`,
    `glossary-contradiction ${file}:5:27 \`Manage`,
  ])
  expect(parseGlossary(text, file).glossary.terms[0]?.forbidden).toEqual(['till'])
})

test.each([
  ['an empty text', '""'],
  ['a text of spaces', '"  "'],
  ['a line break', '"a\\nb"'],
  ['a tab', '"a\\tb"'],
  ['more than 1,024 bytes', `"${'é'.repeat(513)}"`],
])('%s is left out and reported, wherever it stands', (_, value) => {
  const text = `terms:
  - { source: ${value}, target: t }
  - { source: s, target: ${value} }
  - { source: s, target: t, forbidden: [${value}, u] }
doNotTranslate:
  - ${value}
labels:
  - { source: ${value}, target: t }
`
  expect(findings(text).map(found => found.split(' ', 2).join(' '))).toEqual([
    `glossary-invalid ${file}:2:15`,
    `glossary-invalid ${file}:3:26`,
    `glossary-invalid ${file}:4:41`,
    `glossary-invalid ${file}:6:5`,
    `glossary-invalid ${file}:8:15`,
  ])
  const { glossary } = parseGlossary(text, file)
  expect(glossary.terms.map(({ forbidden }) => forbidden)).toEqual([['u']])
  expect(glossary.doNotTranslate).toEqual([])
  expect(glossary.labels).toEqual([])
})

test('a text of exactly 1,024 bytes is taken', () => {
  expect(findings(`doNotTranslate: ["${'é'.repeat(512)}"]`)).toEqual([])
})
