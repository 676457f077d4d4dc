import { expect, test } from 'vitest'
import { EngineFault } from '../../src/engine-fault.ts'
import type { Engine } from '../../src/model.ts'
import { createFiller } from '../../src/pipeline/run/create-filler.ts'
import { createBudget } from '../../src/translate/ask/create-budget.ts'
import { createMemory } from '../../src/translate/create-memory.ts'
import { page } from '../translate/support/page.ts'

const signal = new AbortController().signal

/** A run that may do without its engine, which answers some requests and then has a fault. */
function run(kind: EngineFault['kind'], answered: number) {
  let left = answered
  const engine: Engine = {
    name: 'draft',
    limits: { texts: 1, bytes: 100_000, concurrency: 1 },
    size: () => 1,
    async translate({ texts }) {
      if (left-- <= 0) throw new EngineFault(kind, 'Nothing is known of the language.')
      return texts.map(({ pattern }) => ({ pattern, billedCharacters: 0 }))
    },
  }
  const told: string[] = []
  const filler = createFiller({
    source: 'fr',
    target: 'en',
    glossary: { terms: [], doNotTranslate: [], labels: [] },
    engineName: 'draft',
    openEngine: async () => engine,
    onUnavailable: reason => told.push(reason),
    dryRun: false,
    budget: createBudget(Number.POSITIVE_INFINITY),
    signal,
    loadMemory: async () => createMemory(),
    onBatch: async () => undefined,
    onEvent: () => undefined,
  })
  return { told, fill: () => filler.fill([page('a', ['Ouvrez.', 'Fermez.'])]) }
}

test('a run whose engine answers does not do without it', async () => {
  const { told, fill } = run('configuration', 2)
  expect([(await fill()).stopped, told]).toEqual([undefined, []])
})

test.each<[what: string, EngineFault['kind'], answered: number, isStopped: boolean]>([
  ['goes on with the memory alone, and says why', 'configuration', 0, false],
  ['ends when the engine had worked before', 'configuration', 1, true],
  ['ends with any other fault', 'authorization', 0, true],
])('a run whose engine turns out to have nothing to work with %s', async (_, kind, answered, isStopped) => {
  const { told, fill } = run(kind, answered)
  const { stopped } = await fill()
  expect([stopped?.type, told]).toEqual(
    isStopped ? ['fault', []] : [undefined, ['Nothing is known of the language.']],
  )
})
