import { expect, test } from 'vitest'
import { connectDeepl } from '../../src/pipeline/engines/connect-deepl.ts'
import { createBudget } from '../../src/translate/ask/create-budget.ts'
import { createFillRun } from '../../src/translate/create-fill-run.ts'
import { createMemory } from '../../src/translate/create-memory.ts'
import { createDeeplEngine } from '../../src/translate/engines/deepl/create-deepl-engine.ts'
import { syncGlossary } from '../../src/translate/engines/deepl/sync-glossary.ts'
import { page } from '../translate/support/page.ts'

const key = process.env.DEEPL_AUTH_KEY

const lines = [
  '# Connecter la caisse à HubRise',
  'Cliquez sur **Autoriser**, puis sur **Enregistrer**.',
  'Ouvrez la page [Configuration](/docs/configuration) de votre *compte*.',
  'Le code `table_id` indique la table du client.',
  'La bipeuse affiche les commandes en attente.',
  'Écrivez à support@example.com si < 5 % & > 3 commandes manquent.',
  '**REMARQUE IMPORTANTE :** ne fermez pas la fenêtre.',
  'Sélectionnez **Menu** > **Produits** dans la barre latérale.',
  'Les prix sont en euros, taxes comprises.',
  'Une commande annulée n’est jamais facturée.',
]

/** Ten sentences, about 500 characters of the account's quota. */
test.skipIf(key === undefined)(
  'the real DeepL keeps codes, uses the glossary and says what it bills',
  async () => {
    const settings = { target: {} }
    const connection = connectDeepl(settings, { ...(key === undefined ? {} : { DEEPL_AUTH_KEY: key }) })
    const terms = [{ source: 'bipeuse', target: 'pager unit', forbidden: [], caseSensitive: false }]
    const pair = { connection, name: `Verso: smoke test ${process.pid}`, source: 'fr', target: 'en' }
    const glossary = { terms, doNotTranslate: ['HubRise'], labels: [] }
    try {
      const run = createFillRun({
        engine: createDeeplEngine({
          connection,
          settings,
          prepareGlossary: async () => (await syncGlossary({ ...pair, terms })).glossaryId,
        }),
        source: 'fr',
        target: 'en',
        glossary,
        memory: createMemory(),
        signal: new AbortController().signal,
        sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
        now: () => performance.now(),
        random: Math.random,
        budget: createBudget(5000),
        onEvent: () => {},
        onBatch: () => Promise.resolve(),
      })
      const { results, stopped } = await run.fill([page('smoke', lines)])
      expect(stopped).toBeUndefined()
      const targets = results.map(({ target }) => target)
      expect(targets.every(target => target !== undefined)).toBe(true)
      expect(targets[0]).toContain('HubRise')
      expect(targets[1]).toMatch(/\*\*Autoriser\*\*.*\*\*Enregistrer\*\*/)
      expect(targets[2]).toMatch(/\[[^\]]+\]\(\/docs\/configuration\).*\*[^*]+\*/)
      expect(targets[3]).toContain('`table_id`')
      expect(targets[4]).toMatch(/pager unit/i)
      expect(targets[5]).toContain('support@example.com')
      expect(run.totals.billedCharacters).toBeGreaterThan(200)
      expect(run.totals.billedCharacters).toBeLessThan(5000)
    } finally {
      await syncGlossary({ ...pair, terms: [] })
    }
  },
)
