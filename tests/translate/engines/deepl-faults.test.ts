import { expect, test } from 'vitest'
import { connectDeepl } from '../../../src/pipeline/engines/connect-deepl.ts'
import { createDeeplEngine } from '../../../src/translate/engines/deepl/create-deepl-engine.ts'
import { inventoryOf } from '../../laws/inventory-of.ts'
import { localise } from '../../laws/localise.ts'
import { outline } from '../../reassemble/outline.ts'
import { type DeeplDouble, type DeeplDoubleOptions, startDeeplDouble } from '../../support/deepl-double.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { tagFaults } from '../../support/tag-faults.ts'

/** Sentences of every make, each with a number of its own. */
const makes: readonly ((n: number) => string)[] = [
  n => `# Étape ${n} : l'écran & la caisse`,
  n => `La commande ${n} arrive dans le logiciel de caisse, sans autre action.`,
  n => `Cliquez ${n} fois sur **Autoriser**, puis sur **Configuration** > **HubRise**.`,
  n => `Écrivez à support${n}@example.com ou voyez <https://example.com/p${n}>.`,
  n => `- Voir *la page ${n}* et [le guide **complet**](/docs/guide-${n}#suite "Titre ${n}") en ligne.`,
  n => `1. Notez "[la valeur](/v/${n})" de \`code_${n}\` et de \`<br>\` ici.`,
  n => `| Champ ${n} | **Obligatoire** |\n| --- | --- |\n| Le [nom](/n/${n}) du \`champ\` | oui |`,
  n => `> Attention ${n} : <kbd>Entrée</kbd> valide la *saisie* & {{variable}}.[^note]`,
  n => `![Capture ${n} de l'écran](./images/c-${n}.png "Écran ${n}")`,
  n => `~~Ancien~~ texte ${n} avec **REMARQUE IMPORTANTE :** et a < b.`,
]

function page(seed: number, count: number): string {
  const random = seededRandom(seed)
  const blocks = Array.from({ length: count }, (_, n) =>
    makes[Math.floor(random() * makes.length)]?.(seed * 1000 + n),
  )
  return `${blocks.join('\n\n')}\n\n[^note]: La note.\n`
}

function engineAt({ env }: DeeplDouble) {
  const settings = { target: {} }
  return createDeeplEngine({
    connection: connectDeepl(settings, env),
    settings,
    prepareGlossary: () => Promise.resolve(undefined),
  })
}

async function expectSound(source: string, double: DeeplDouble): Promise<void> {
  const { text, targets, diagnostics } = await localise(source, engineAt(double))
  expect(inventoryOf(text)).toEqual(inventoryOf(source))
  expect(outline(text)).toBe(outline(source))
  expect(text).not.toMatch(/<[gx]\d*[ />]|evil\.example|Ignore previous|&amp;amp;|encore encore/)
  const untranslated = targets.filter(target => target === undefined).length
  expect(diagnostics.filter(({ code }) => code === 'untranslated')).toHaveLength(untranslated)
}

test('ten thousand faulty answers of DeepL leave every page its structure and its inventory', async () => {
  const kinds = new Set<string>()
  let faults = 0
  for (let seed = 1; faults < 10_000; seed++) {
    const double = await startDeeplDouble({ faults: { seed, rate: 0.5 } })
    for (let n = 0; n < 10; n++) await expectSound(page(seed * 10 + n, 60), double)
    for (const [kind, count] of double.injected) {
      kinds.add(kind)
      faults += count
    }
  }
  expect([...kinds].sort()).toEqual([...tagFaults].sort())
})

test.each(tagFaults)('an engine that always answers so leaves the page sound: %s', async only => {
  const double = await startDeeplDouble({ faults: { seed: 5, rate: 1, only: [only] } })
  await expectSound(page(7, 20), double)
  expect(double.injected.get(only)).toBeGreaterThan(0)
})

test('answers that come whole but wrong as a list are asked for again', async () => {
  const outage: DeeplDoubleOptions['outage'] = n =>
    n % 2 === 1
      ? (['drop', 'short answer', 'long answer', 'wrong order', 'no JSON'] as const)[n % 5]
      : undefined
  const double = await startDeeplDouble({ outage })
  await expectSound(page(3, 120), double)
})
