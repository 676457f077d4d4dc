import { expect, test } from 'vitest'
import type { Glossary } from '../../src/model.ts'
import { createBudget } from '../../src/translate/ask/create-budget.ts'
import { createEstimator } from '../../src/translate/create-estimator.ts'
import { createFillRun } from '../../src/translate/create-fill-run.ts'
import { createMemory } from '../../src/translate/create-memory.ts'
import { billedCharacters, formatLedger, parseLedger, recordRun } from '../../src/translate/ledger.ts'
import { createFaultyEngine } from '../support/faulty-engine.ts'
import { page } from './support/page.ts'

const glossary: Glossary = { terms: [], doNotTranslate: ['HubRise'], labels: [] }

const pages = [
  page('a', ['# Connexion', 'Une phrase connue.', 'Cliquez sur **OK** dans HubRise.', 'Deux fois.']),
  page('b', ['Deux fois.', 'Encore une phrase, plus longue que les autres.', '**OK**']),
]

function memory() {
  const known = createMemory()
  const context = { role: 'paragraph', heading: '', before: '', after: '' } as const
  known.add({
    source: 'Une phrase connue.',
    target: 'A known one.',
    syntax: 'markdown',
    state: 'reviewed',
    context,
  })
  return known
}

test('an estimate is what the run then sends and is billed', async () => {
  const engine = createFaultyEngine({ seed: 1, textRate: 0 })
  const estimator = createEstimator({
    source: 'fr',
    target: 'en',
    engineName: engine.name,
    memory: memory(),
    glossary,
  })
  for (const one of pages) estimator.add([one])
  expect(engine.requests).toHaveLength(0)
  const run = createFillRun({
    source: 'fr',
    target: 'en',
    engine,
    memory: memory(),
    glossary,
    signal: new AbortController().signal,
    sleep: () => Promise.resolve(),
    now: () => 0,
    random: () => 0,
    budget: createBudget(Number.POSITIVE_INFINITY),
    onEvent: () => {},
    onBatch: () => Promise.resolve(),
  })
  for (const one of pages) await run.fill([one])
  const { estimate } = estimator
  expect(estimate.characters).toBe(run.totals.sentCharacters)
  expect(estimate.characters).toBe(engine.billed)
  expect(estimate).toMatchObject({ segments: 7, fromMemory: 1 })
  expect(estimate.characters).toBe(run.totals.estimatedCharacters)
  expect(estimate.allCharacters).toBe(run.totals.characters)
  expect(estimate.characters).toBeLessThan(0.8 * estimate.allCharacters)
})

test('without an engine nothing would be sent', () => {
  const estimator = createEstimator({
    source: 'fr',
    target: 'en',
    engineName: undefined,
    memory: memory(),
    glossary,
  })
  estimator.add(pages)
  expect(estimator.estimate).toMatchObject({ segments: 7, texts: 0, characters: 0 })
})

const entry = {
  run: 'r1',
  locale: 'en',
  engine: 'deepl',
  requests: 1,
  sentCharacters: 90,
  billedCharacters: 100,
} as const

test('a run’s line is replaced as it goes on, other runs keep theirs', () => {
  let ledger = recordRun(parseLedger(''), entry)
  ledger = recordRun(ledger, { ...entry, run: 'r2', billedCharacters: 5 })
  ledger = recordRun(ledger, { ...entry, requests: 2, billedCharacters: 250 })
  ledger = recordRun(ledger, { ...entry, locale: 'de', billedCharacters: 7 })
  expect(formatLedger(ledger).split('\n')).toHaveLength(4)
  expect(billedCharacters(ledger, 'en')).toEqual(new Map([['deepl', 255]]))
  expect(billedCharacters(ledger, 'de')).toEqual(new Map([['deepl', 7]]))
})

test('a run that sent nothing leaves no trace', () => {
  expect(formatLedger(recordRun(parseLedger(''), { ...entry, requests: 0 }))).toBe('')
})

test('a ledger is read back as written, lines that can’t be read included', () => {
  const text = `${formatLedger(recordRun(parseLedger(''), entry))}<<<<<<< HEAD\n{"run":1}\n`
  expect(formatLedger(parseLedger(text))).toBe(text)
  expect(billedCharacters(parseLedger(text), 'en')).toEqual(new Map([['deepl', 100]]))
})
