import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { seededRandom } from '../support/seeded-random.ts'
import { inspectText } from './inspect-text.ts'

/** Sentences with what a fault can be seeded into, and their translations. */
const sentences = [
  [
    'Le forfait coûte 49 € par mois pour 12 tables (hors taxes).',
    'The plan costs €49 a month for 12 tables (before tax).',
  ],
  ['La version du 3 mars 2024 pèse 25 Mo en tout.', 'The version of 3 March 2024 weighs 25 MB in all.'],
  [
    'Cliquez sur **Suivant**, puis écrivez à aide@exemple.fr.',
    'Click **Suivant**, then write to aide@exemple.fr.',
  ],
  ['Saisissez `npm start` dans la fenêtre « Terminal ».', 'Type `npm start` in the “Terminal” window.'],
  [
    'Consultez [notre guide](https://exemple.fr/guide) avant de commencer.',
    'Read [our guide](https://exemple.fr/guide) before you begin.',
  ],
  [
    'Le point de vente apparaît dans HubRise au bout de quelques minutes.',
    'The location appears in HubRise after a few minutes.',
  ],
  ['Voulez-vous fermer la fenêtre ?', 'Do you want to close the window?'],
  [
    'Pour continuer, suivez les étapes de la page *Premiers pas* :',
    'To continue, follow the steps of the *First steps* page:',
  ],
] as const

type Seed = readonly [name: string, codes: readonly string[], seed: (text: string, pick: number) => string]

const nth = (text: string, pattern: RegExp, pick: number, by: (match: string) => string) => {
  const matches = [...text.matchAll(pattern)]
  const match = matches[pick % Math.max(1, matches.length)]
  return match === undefined
    ? text
    : text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length)
}

/** Body of the page: faults of front matter are seeded by themselves. */
const seeds: readonly Seed[] = [
  [
    'another number',
    ['number-changed', 'date-changed'],
    (text, n) => nth(text, /\b\d+\b/g, n, digits => `${Number(digits) + 7}`),
  ],
  ['another unit', ['unit-changed'], text => text.replace('MB', 'GB')],
  ['another email', ['email-changed'], text => text.replace('aide@', 'help@')],
  ['another URL', ['url-changed'], text => text.replace('fr/guide', 'fr/guides')],
  ['lost code', ['codes-changed'], text => text.replace('`npm start`', 'npm start')],
  ['other code', ['codes-changed'], text => text.replace('npm start', 'npm stop')],
  ['lost label', ['label-changed'], text => text.replace('**Suivant**', 'Suivant')],
  ['translated label', ['label-changed'], text => text.replace('**Suivant**', '**Next**')],
  [
    'space inside bold',
    ['markup-broken', 'label-changed'],
    text => text.replace('**Suivant**', '** Suivant**'),
  ],
  ['space inside a link', ['markup-broken', 'url-changed'], text => text.replace('](', '] (')],
  ['no space before a label', ['code-spacing'], text => text.replace(' **Suivant', '**Suivant')],
  ['lost emphasis', ['emphasis-changed'], text => text.replace('*First steps*', 'First steps')],
  ['forbidden term', ['glossary-forbidden'], text => text.replace('location', 'outlet')],
  ['unused term', ['glossary-term'], text => text.replace('location', 'shop')],
  ['lost product name', ['product-name'], text => text.replace('HubRise', 'the site')],
  ['lost end', ['end-punctuation'], (text, n) => nth(text, /[.?:]$/gm, n, () => '')],
  ['lost bracket', ['brackets'], text => text.replace('tax)', 'tax')],
  ['lost quotation mark', ['quotes'], text => text.replace('”', '')],
  [
    'doubled word',
    ['doubled-word'],
    (text, n) => nth(text, /(?<= )(?:the|a|in|to|of|before) /g, n, word => word + word),
  ],
  ['doubled space', ['doubled-space'], (text, n) => nth(text, /(?<=[a-z]) (?=[a-z])/g, n, () => '  ')],
  ['French space', ['typography'], (text, n) => nth(text, /(?<=[a-z])[?:]$/gm, n, mark => `\u00a0${mark}`)],
  ['guillemets', ['typography'], text => text.replace('“Terminal”', '« Terminal »')],
  [
    'French sentence',
    ['same-as-source', 'wrong-language'],
    text => text.replace('Do you want to close the window?', 'Voulez-vous fermer la fenêtre ?'),
  ],
  [
    'French remainder',
    ['source-remainder'],
    text => text.replace('after a few minutes', 'au bout de quelques minutes'),
  ],
  [
    'cut sentence',
    ['length-ratio', 'end-punctuation'],
    text => text.replace('The location appears in HubRise after a few minutes.', 'In HubRise.'),
  ],
  ['misspelt word', ['spelling'], text => text.replace('window', 'windwo')],
]

const glossary = readFileSync('tests/fixtures/check/glossary.yaml', 'utf8')

test('at least 95 of 100 faults that are seeded into good pages are found', async () => {
  const random = seededRandom(7)
  const missed: string[] = []
  let count = 0
  for (let round = 0; round < 20; round++) {
    const order = sentences.map((_, index) => [random(), index] as const).sort((a, b) => a[0] - b[0])
    const side = (n: 0 | 1) => `${order.map(([, index]) => sentences[index]?.[n]).join('\n\n')}\n`
    const good = await inspectText(side(0), side(1), { glossary })
    expect(good.filter(({ code }) => code !== 'page-foreign')).toEqual([])
    for (const [name, codes, seed] of seeds) {
      const bad = seed(side(1), Math.floor(random() * 100))
      expect(bad, name).not.toBe(side(1))
      const found = await inspectText(side(0), bad, { glossary })
      count++
      if (!found.some(({ code }) => codes.includes(code))) missed.push(name)
    }
  }
  expect(count).toBeGreaterThanOrEqual(500)
  expect(missed.length / count, `Missed: ${[...new Set(missed)].join(', ')}`).toBeLessThanOrEqual(0.05)
})
