import { createProject, type TestProject } from '../cli/project.ts'

const screen = (
  title: string,
  rows: readonly string[],
) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" width="640" height="300" font-family="sans-serif">
<rect width="640" height="300" rx="12" fill="#eef2f7"/><rect width="640" height="52" rx="12" fill="#24426b"/>
<text x="24" y="34" font-size="20" fill="#fff">${title}</text>
${rows
  .map(
    (row, n) =>
      `<rect x="24" y="${76 + n * 70}" width="592" height="54" rx="8" fill="#fff" stroke="#cbd5e1"/><circle cx="56" cy="${103 + n * 70}" r="12" fill="#3b82c4"/><text x="84" y="${110 + n * 70}" font-size="18" fill="#22303f">${row}</text>`,
  )
  .join('\n')}
</svg>
`

const before = 'Chaque commande acceptée sort sur l’imprimante de la cuisine.'
const now = 'Chaque commande acceptée s’imprime aussitôt sur l’imprimante de la cuisine et sur celle du bar.'

/** In French and in English, line by line. */
const guide: readonly (readonly [string, string])[] = [
  ['---', '---'],
  ['title: Imprimer les tickets', 'title: Print the tickets'],
  [
    'description: Réglez l’imprimante de la cuisine en cinq minutes.',
    'description: Set up the kitchen printer in five minutes.',
  ],
  ['---', '---'],
  ['', ''],
  [before, 'Each accepted order comes out of the kitchen printer.'],
  ['', ''],
  ['## Choisir l’imprimante {#choose}', '## Choose the printer {#choose}'],
  ['', ''],
  ['1. Ouvrez **Réglages** > **Imprimantes**.', '1. Open **Réglages** > **Imprimantes**.'],
  [
    '2. Choisissez l’imprimante dans la [liste des appareils](/devices).',
    '2. Choose the printer from the [list of devices](/devices).',
  ],
  ['', ''],
  ['![L’écran des imprimantes](images/printers.svg)', '![The printers screen](images/printers.svg)'],
  ['', ''],
  [
    'Le ticket porte le numéro `#42` de la commande. Une copie reste dans le **Journal**.',
    'The ticket bears the number `#42` of the order. A copy stays in the **Journal**.',
  ],
  ['', ''],
  ['## En cas de panne {#trouble}', '## When something is wrong {#trouble}'],
  ['', ''],
  [
    'Éteignez l’imprimante, attendez dix secondes, puis rallumez-la.',
    'Turn the printer off, wait ten seconds, then turn it on again.',
  ],
]

const side = (n: 0 | 1) => `${guide.map(line => line[n]).join('\n')}\n`

/** Guides of a made-up till: with images, a glossary, and a sentence whose French changed and has a proposal. */
export async function createDemoSite(): Promise<TestProject> {
  const project = await createProject({
    'verso.config.yaml': 'engine: memory\nfrontMatter: { title: translate, description: translate }\n',
    'locales/en/glossary.yaml':
      'terms:\n  - { source: commande, target: order }\n  - { source: imprimante, target: printer }\n',
    'content/fr/tickets.md': side(0),
    'content/en/tickets.md': side(1),
    'content/fr/images/printers.svg': screen('Réglages › Imprimantes', ['Cuisine', 'Bar', 'Comptoir']),
    'content/fr/menu.md':
      '---\ntitle: Composer la carte\n---\n\nAjoutez un plat, puis son prix. Publiez la carte.\n',
    'content/fr/tables.md':
      '---\ntitle: Réserver une table\n---\n\nLe client reçoit un message de confirmation.\n',
    'content/en/tables.md': '---\ntitle: Book a table\n---\n\nThe customer gets a message of confirmation.\n',
  })
  await project.run('translate', 'en')
  await project.write('content/fr/tickets.md', side(0).replace(before, now))
  await project.run('translate', 'en')
  const states = 'locales/en/tickets.state.jsonl'
  const target = 'Each accepted order is printed at once on the kitchen printer and on the bar’s.'
  const proposal = `"suggestion":${JSON.stringify({ target, origin: 'draft', score: 83 })}`
  await project.write(
    states,
    (await project.read(states)).replace(/"previousSource":"[^"]*"/, `$&,${proposal}`),
  )
  return project
}
