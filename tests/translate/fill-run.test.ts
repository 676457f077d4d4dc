import { expect, test } from 'vitest'
import { EngineFault } from '../../src/engine-fault.ts'
import type { Engine, Glossary } from '../../src/model.ts'
import { createBudget } from '../../src/translate/ask/create-budget.ts'
import { createFillRun, type FillRunOptions } from '../../src/translate/create-fill-run.ts'
import { createMemory, type Memory } from '../../src/translate/create-memory.ts'
import { identity } from '../../src/translate/engines/identity.ts'
import { pseudo } from '../../src/translate/engines/pseudo.ts'
import type { FillPage, FillResult } from '../../src/translate/fill-page.ts'
import { createFaultyEngine } from '../support/faulty-engine.ts'
import { page } from './support/page.ts'

const glossary: Glossary = {
  terms: [{ source: 'commande', target: 'order', forbidden: ['command'], caseSensitive: false }],
  doNotTranslate: ['HubRise'],
  labels: [{ source: 'Activer', target: 'Enable' }],
}

const dictionary: Readonly<Record<string, string>> = {
  'Cliquez sur ': 'Click ',
  'Une commande.': 'A command.',
  'Le titre': 'The title',
  'Validez : oui.': 'Confirm : yes.',
  '.': '.',
}

/** An engine that knows a few texts and accents the others. */
function dictionaryEngine(
  answers: Readonly<Record<string, string>> = dictionary,
): Engine & { readonly sent: string[][] } {
  const sent: string[][] = []
  return {
    name: 'deepl',
    limits: { texts: 50, bytes: 100_000, concurrency: 2 },
    size: text => JSON.stringify(text.pattern).length,
    sent,
    translate: request => {
      sent.push(
        request.texts.map(({ pattern }) =>
          pattern.map(item => (typeof item === 'string' ? item : item.literal)).join(''),
        ),
      )
      return Promise.resolve(
        request.texts.map(({ pattern }) => ({
          pattern: pattern.map(item =>
            typeof item === 'string' ? (answers[item] ?? item.replaceAll('e', 'i')) : item,
          ),
          billedCharacters: pattern.reduce(
            (sum, item) => sum + (typeof item === 'string' ? item.length : item.literal.length),
            0,
          ),
        })),
      )
    },
  }
}

function run(options: Partial<FillRunOptions> & { readonly engine: Engine | undefined }) {
  const batches: FillResult[][] = []
  const fillRun = createFillRun({
    source: 'fr',
    target: 'en',
    memory: createMemory(),
    glossary,
    signal: new AbortController().signal,
    sleep: () => Promise.resolve(),
    now: () => 0,
    random: () => 0.5,
    budget: createBudget(Number.POSITIVE_INFINITY),
    onEvent: () => {},
    onBatch: results => {
      batches.push([...results])
      return Promise.resolve()
    },
    ...options,
  })
  return { fillRun, batches }
}

async function fill(
  pages: readonly FillPage[],
  options: Partial<FillRunOptions> & { readonly engine: Engine | undefined },
) {
  const { fillRun, batches } = run(options)
  const outcome = await fillRun.fill(pages)
  return { ...outcome, batches, totals: fillRun.totals, targets: outcome.results.map(({ target }) => target) }
}

function memoryWith(source: string, target: string, state: 'translated' | 'reviewed' = 'reviewed'): Memory {
  const memory = createMemory()
  memory.add({
    source,
    target,
    syntax: 'markdown',
    state,
    context: { role: 'paragraph', heading: '', before: '', after: '' },
  })
  return memory
}

test('identity gives every fragment back as it is, without a write in between', async () => {
  const fragments = ['Un *mot* &amp; **OK**.', 'Deux\u00a0: `x` \\* [a](/b)', '**Activer**']
  const { targets, results, batches, totals } = await fill([page('a', fragments)], { engine: identity })
  expect(targets).toEqual(fragments)
  expect(results.every(({ state, origin }) => state === 'translated' && origin === 'identity')).toBe(true)
  expect(batches).toEqual([])
  expect(totals).toMatchObject({ segments: 3, fromEngine: 3, fromMemory: 0, billedCharacters: 0 })
})

test('pseudo accents text alone and never reads the memory', async () => {
  const { targets, results } = await fill([page('a', ['Sur HubRise, voir **Activer** et `code`.'])], {
    engine: pseudo,
    memory: memoryWith('Sur HubRise, voir **Activer** et `code`.', 'On HubRise, see **Activer** and `code`.'),
  })
  expect(targets[0]).toMatch(/^Š.+ HubRise, .+ \*\*Activer\*\* .+ `code`\.$/)
  expect(results[0]?.diagnostics).toEqual([])
})

test('the memory goes first, and a text with nothing to translate needs no engine', async () => {
  const engine = dictionaryEngine()
  const { targets, results, totals } = await fill(
    [page('a', ['Le titre', '**Activer** > **OK**', 'HubRise', 'Une phrase.'])],
    {
      engine,
      memory: memoryWith('Une phrase.', 'A sentence.'),
    },
  )
  expect(targets).toEqual(['The title', '**Activer** > **OK**', 'HubRise', 'A sentence.'])
  expect(results.map(({ origin, score }) => [origin, score])).toEqual([
    ['deepl', undefined],
    ['deepl', undefined],
    ['deepl', undefined],
    ['memory', 100],
  ])
  expect(engine.sent).toEqual([['Le titre']])
  expect(totals).toMatchObject({ segments: 4, fromMemory: 1, fromEngine: 3, untranslated: 0 })
})

test('without an engine what the memory lacks stays initial, with a diagnostic', async () => {
  const { targets, results, totals } = await fill([page('a', ['Le titre', 'Une phrase.'])], {
    engine: undefined,
    memory: memoryWith('Une phrase.', 'A sentence.'),
  })
  expect(targets).toEqual([undefined, 'A sentence.'])
  expect(results[0]).toMatchObject({
    state: 'initial',
    diagnostics: [{ code: 'untranslated', line: 1, locale: 'en' }],
  })
  expect(totals).toMatchObject({ untranslated: 1 })
})

test('a sentence that occurs eighty times is sent once, over all windows of a run', async () => {
  const engine = dictionaryEngine()
  const { fillRun, batches } = run({ engine })
  const first = await fillRun.fill([
    page('a', Array(40).fill('Le titre')),
    page('b', Array(40).fill('Le titre')),
  ])
  const second = await fillRun.fill([page('c', ['Le titre', 'Le\u00a0titre'])])
  expect(engine.sent).toEqual([['Le titre']])
  expect(first.results.map(({ target }) => target)).toEqual(Array(80).fill('The title'))
  expect(second.results.map(({ target }) => target)).toEqual(['The title', 'The title'])
  expect(batches.map(batch => batch.length)).toEqual([80])
  expect(fillRun.totals).toMatchObject({ segments: 82, sentCharacters: 8, billedCharacters: 8, requests: 1 })
})

test('equal sentences that write a code in two ways each keep their own', async () => {
  const engine = dictionaryEngine()
  const { targets } = await fill([page('a', ['Cliquez sur **L’accès**.', "Cliquez sur **L'accès**."])], {
    engine,
  })
  expect(engine.sent).toHaveLength(1)
  expect(targets).toEqual(['Click **L’accès**.', "Click **L'accès**."])
})

test('what a request brought is delivered before the next request is sent', async () => {
  const log: string[] = []
  const engine = dictionaryEngine()
  const slow: Engine = {
    ...engine,
    limits: { ...engine.limits, texts: 1, concurrency: 1 },
    translate: (request, signal) => {
      log.push('request')
      return engine.translate(request, signal)
    },
  }
  await fill([page('a', ['Un mot', 'Deux mots', 'Trois mots'])], {
    engine: slow,
    onBatch: async results => {
      await new Promise(resolve => setImmediate(resolve))
      log.push(`wrote ${results.length}`)
    },
  })
  expect(log).toEqual(['request', 'wrote 1', 'request', 'wrote 1', 'request', 'wrote 1'])
})

test('a write that fails ends the run with its error', async () => {
  const engine = createFaultyEngine({
    seed: 1,
    textRate: 0,
    limits: { texts: 1, bytes: 1000, concurrency: 1 },
  })
  const attempt = fill([page('a', ['Un mot', 'Deux mots', 'Trois mots'])], {
    engine,
    onBatch: () => Promise.reject(new Error('disk full')),
  })
  await expect(attempt).rejects.toThrow('disk full')
  expect(engine.requests).toHaveLength(1)
})

test('French spacing leaves with the French', async () => {
  const { targets } = await fill([page('a', ['Validez : oui.'])], { engine: dictionaryEngine() })
  expect(targets).toEqual(['Confirm: yes.'])
})

test('a reviewed match keeps its bytes, a machine’s is typeset', async () => {
  const reviewed = await fill([page('a', ['Oui !'])], {
    engine: undefined,
    memory: memoryWith('Oui !', 'Yes\u00a0! &copy; \\*'),
  })
  expect(reviewed.targets).toEqual(['Yes\u00a0! &copy; \\*'])
  const machine = await fill([page('a', ['Oui !'])], {
    engine: undefined,
    memory: memoryWith('Oui !', 'Yes !', 'translated'),
  })
  expect(machine.targets).toEqual(['Yes!'])
})

test('a match is written in the syntax of its new place', async () => {
  const memory = createMemory()
  const context = { role: 'frontMatter', heading: '', before: '', after: '' } as const
  memory.add({ source: 'Prix *', target: 'Prices * & <b>', syntax: 'text', state: 'reviewed', context })
  const { targets } = await fill([page('a', ['Prix \\*'])], { engine: undefined, memory })
  expect(targets[0]).not.toBe('Prices * & <b>')
  expect(targets[0]).toContain('<b>'.slice(1))
})

test('a machine’s match that breaks the glossary gives way to the engine, a person’s does not', async () => {
  const engine = dictionaryEngine({ ...dictionary, 'Une commande.': 'An order.' })
  const machine = await fill([page('a', ['Une commande.'])], {
    engine,
    memory: memoryWith('Une commande.', 'A request.', 'translated'),
  })
  expect(machine.targets).toEqual(['An order.'])
  const person = await fill([page('a', ['Une commande.'])], {
    engine,
    memory: memoryWith('Une commande.', 'A request.'),
  })
  expect(person.targets).toEqual(['A request.'])
  expect(person.results[0]?.diagnostics).toMatchObject([{ code: 'glossary-term' }])
})

test('a product name that the engine adds sends the text down the ladder', async () => {
  const engine = dictionaryEngine({ 'Voir sur ': 'HubRise: see on ' })
  const { results } = await fill([page('a', ['Voir sur HubRise'])], { engine })
  expect(engine.sent).toEqual([['Voir sur HubRise'], ['Voir sur HubRise'], ['Voir sur']])
  expect(results).toMatchObject([{ target: 'Voir sur HubRise', rung: 'pieces' }])
})

test('a machine’s match with other product names is passed over, a person’s is reported', async () => {
  const known = (state: 'translated' | 'reviewed') => memoryWith('Voir HubRise.', 'See it.', state)
  const machine = await fill([page('a', ['Voir HubRise.'])], {
    engine: undefined,
    memory: known('translated'),
  })
  expect(machine.targets).toEqual([undefined])
  const person = await fill([page('a', ['Voir HubRise.'])], { engine: undefined, memory: known('reviewed') })
  expect(person.results).toMatchObject([{ target: 'See it.', diagnostics: [{ code: 'product-name' }] }])
})

test('a match whose codes differ from the source’s is passed over', async () => {
  const { targets } = await fill([page('a', ['Cliquez sur **OK**.'])], {
    engine: undefined,
    memory: memoryWith('Cliquez sur **OK**.', 'Click **Okay**.'),
  })
  expect(targets).toEqual([undefined])
})

test('a broken term is insisted on once, then reported', async () => {
  const instructions: (readonly string[] | undefined)[] = []
  const stubborn = dictionaryEngine()
  const engine: Engine = {
    ...stubborn,
    translate: (request, signal) => {
      instructions.push(request.instructions)
      return stubborn.translate(request, signal)
    },
  }
  const { results, batches } = await fill([page('a', ['Une commande.'])], { engine })
  expect(instructions).toEqual([undefined, ['Translate "commande" as "order", never as "command".']])
  expect(results).toMatchObject([{ target: 'A command.', diagnostics: [{ code: 'glossary-forbidden' }] }])
  expect(batches).toHaveLength(1)
})

test('an engine that listens gets its second answer taken', async () => {
  const engine = dictionaryEngine()
  const listening: Engine = {
    ...engine,
    translate: async (request, signal) => {
      const answers = await engine.translate(request, signal)
      if (request.instructions === undefined) return answers
      return answers.map(answer => ({ ...answer, pattern: ['An order.'] }))
    },
  }
  const { results, batches } = await fill([page('a', ['Une commande.'])], { engine: listening })
  expect(results).toMatchObject([{ target: 'An order.', rung: 'instruction', diagnostics: [] }])
  expect(batches.map(batch => batch.map(({ target }) => target))).toEqual([['A command.'], ['An order.']])
})

test.each([
  ['keep', 'Click **Activer**.'],
  ['gloss', 'Click **Activer** (Enable).'],
  ['map', 'Click **Enable**.'],
] as const)('labels are written as the page’s policy has them: %s', async (labels, expected) => {
  const fragment = 'Cliquez sur **Activer**.'
  const engine = dictionaryEngine()
  const asked = await fill([page('a', [fragment], { labels })], { engine })
  expect(asked.targets).toEqual([expected])
  for (const known of ['Click **Activer**.', 'Click **Activer** (Enable).', 'Click **Enable**.']) {
    const remembered = await fill([page('a', [fragment], { labels })], {
      engine: undefined,
      memory: memoryWith(fragment, known),
    })
    expect(remembered.targets).toEqual([expected])
    expect(remembered.results[0]?.diagnostics).toEqual([])
  }
})

test('a label that should be translated and can’t is kept and reported', async () => {
  const { results } = await fill([page('a', ['Cliquez sur **Valider**.'], { labels: 'gloss' })], {
    engine: dictionaryEngine(),
  })
  expect(results).toMatchObject([
    { target: 'Click **Valider**.', diagnostics: [{ code: 'label-untranslated' }] },
  ])
})

test('an address that the engine made up is refused', async () => {
  const engine = dictionaryEngine({ 'Voir le site.': 'See https://evil.example now.' })
  const { results } = await fill([page('a', ['Voir le site.'])], { engine })
  expect(results).toMatchObject([
    {
      target: undefined,
      state: 'initial',
      origin: 'deepl',
      rung: 'rejected',
      diagnostics: [{ code: 'answer-rejected' }, { code: 'untranslated' }],
    },
  ])
})

test('a draft below the threshold is a suggestion', async () => {
  const engine = dictionaryEngine()
  const scored: Engine = {
    ...engine,
    name: 'draft',
    translate: async (request, signal) =>
      (await engine.translate(request, signal)).map(answer => ({ ...answer, score: 30 })),
  }
  const low = await fill([page('a', ['Le titre'])], { engine: scored, threshold: 40 })
  expect(low.results).toMatchObject([
    { target: undefined, state: 'initial', suggestion: { target: 'The title', origin: 'draft', score: 30 } },
  ])
  const high = await fill([page('a', ['Le titre'])], { engine: scored, threshold: 20 })
  expect(high.results).toMatchObject([
    { target: 'The title', state: 'translated', origin: 'draft', score: 30 },
  ])
})

test('the cap stops the run before it is passed, and what was done stays', async () => {
  const engine = dictionaryEngine()
  const lines = Array.from({ length: 40 }, (_, index) => `Phrase numéro ${index} du guide.`)
  const { results, stopped, totals } = await fill(
    [
      page('a', lines),
      page(
        'b',
        lines.map(line => `${line} bis`),
      ),
    ],
    {
      engine,
      budget: createBudget(1000),
    },
  )
  expect(stopped).toEqual({ type: 'cap' })
  expect(totals.billedCharacters).toBeLessThanOrEqual(1000)
  expect(totals.billedCharacters).toBeGreaterThan(900)
  const done = results.filter(({ target }) => target !== undefined)
  expect(done.length).toBeGreaterThan(30)
  expect(results).toHaveLength(80)
})

test('quota that runs out half-way leaves what is done and names the fault', async () => {
  const engine = dictionaryEngine()
  let requests = 0
  const poor: Engine = {
    ...engine,
    limits: { ...engine.limits, concurrency: 1 },
    translate: (request, signal) => {
      requests++
      if (requests > 2) return Promise.reject(new EngineFault('quota', 'The quota is used up.'))
      return engine.translate(request, signal)
    },
  }
  const pages = ['a', 'b', 'c', 'd'].map(path => page(path, [`Une phrase pour ${path}.`]))
  const { results, stopped, batches } = await fill(pages, { engine: poor })
  expect(stopped).toMatchObject({ type: 'fault', fault: { kind: 'quota' } })
  expect(results.map(({ state }) => state)).toEqual(['translated', 'translated', 'initial', 'initial'])
  expect(batches).toHaveLength(2)
  expect(requests).toBe(3)
})

test('interrupting ends the run without another request', async () => {
  const controller = new AbortController()
  let atAbort: number | undefined
  const engine = createFaultyEngine({
    seed: 1,
    textRate: 0,
    limits: { texts: 1, bytes: 1000, concurrency: 2 },
  })
  const lines = Array.from({ length: 20 }, (_, index) => `Phrase ${index}.`)
  const { stopped, results } = await fill([page('a', lines)], {
    engine,
    signal: controller.signal,
    onBatch: () => {
      atAbort ??= engine.requests.length
      controller.abort()
      return Promise.resolve()
    },
  })
  expect(stopped).toEqual({ type: 'aborted' })
  expect(engine.requests.length).toBe(atAbort)
  expect(results).toHaveLength(20)
})
