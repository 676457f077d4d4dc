import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine, EngineName, Glossary, Locale } from '../../model.ts'
import type { Estimator } from '../../translate/create-estimator.ts'
import type { FillRun, FillRunOptions } from '../../translate/create-fill-run.ts'
import type { Memory } from '../../translate/create-memory.ts'
import type { CataloguePage } from '../../translate/pairs-of-page.ts'
import type { Filler } from './filler.ts'

export interface FillerOptions {
  readonly source: Locale
  readonly target: Locale
  readonly glossary: Glossary
  /** Undefined: the memory alone. */
  readonly engineName: EngineName | undefined
  /** Called when there is something to fill, and not in a dry run. */
  readonly openEngine: () => Promise<Engine | undefined>
  /**
   * Set where the memory alone may stand in for the engine: told why it had to, when the engine turns out to have
   * nothing to work with. Without it such a run ends.
   */
  readonly onUnavailable?: (reason: string) => void
  /** Scores below it, 0 to 100, make suggestions of answers. */
  readonly threshold?: number
  readonly dryRun: boolean
  readonly budget: FillRunOptions['budget']
  readonly signal: AbortSignal
  readonly loadMemory: () => Promise<Memory>
  readonly onBatch: FillRunOptions['onBatch']
  readonly onEvent: FillRunOptions['onEvent']
}

/** What fills is loaded when the first page has something to be filled. */
export function createFiller(options: FillerOptions): Filler {
  return options.dryRun ? createEstimatingFiller(options) : createAskingFiller(options)
}

interface MemoryKeeper {
  get(): Promise<Memory>
  learn(page: CataloguePage): void
}

/** Reads the memory when it is first needed; pages that were learnt before go into it as well. */
function keepMemory(load: () => Promise<Memory>): MemoryKeeper {
  const waiting: CataloguePage[] = []
  let memory: Memory | undefined
  return {
    async get() {
      memory ??= await load()
      if (waiting.length === 0) return memory
      const { rememberPage } = await import('../../translate/remember-page.ts')
      for (const page of waiting.splice(0)) rememberPage(memory, page)
      return memory
    },
    learn(page) {
      waiting.push(page)
    },
  }
}

/** Asks the memory and the engine. */
function createAskingFiller(options: FillerOptions): Filler {
  const keeper = keepMemory(options.loadMemory)
  let run: FillRun | undefined
  const start = async (engine: Engine | undefined): Promise<FillRun> => {
    const memory = await keeper.get()
    const { createFillRun } = await import('../../translate/create-fill-run.ts')
    return createFillRun({
      ...options,
      engine,
      memory,
      sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
      now: () => performance.now(),
      random: Math.random,
    })
  }
  return {
    async fill(pages) {
      await keeper.get()
      run ??= await start(await options.openEngine())
      const outcome = await run.fill(pages)
      const { stopped } = outcome
      const { onUnavailable } = options
      if (onUnavailable === undefined || stopped?.type !== 'fault') return outcome
      if (stopped.fault.kind !== 'configuration' || run.totals.fromEngine > 0) return outcome
      onUnavailable(stopped.fault.message)
      run = await start(undefined)
      return run.fill(pages)
    },
    learn: keeper.learn,
    get counts() {
      const totals = run?.totals
      return {
        fromMemory: totals?.fromMemory ?? 0,
        fromEngine: totals?.fromEngine ?? 0,
        characters: totals?.sentCharacters ?? 0,
        estimatedCharacters: totals?.estimatedCharacters ?? 0,
        billedCharacters: totals?.billedCharacters ?? 0,
        wantedCharacters: totals?.characters ?? 0,
      }
    },
  }
}

/** Adds up what would be sent, and sends nothing. */
function createEstimatingFiller(options: FillerOptions): Filler {
  const keeper = keepMemory(options.loadMemory)
  let estimator: Estimator | undefined
  return {
    async fill(pages) {
      const memory = await keeper.get()
      const { createEstimator } = await import('../../translate/create-estimator.ts')
      estimator ??= createEstimator({ ...options, memory })
      return { results: [], stopped: undefined, planned: estimator.add(pages) }
    },
    learn: keeper.learn,
    get counts() {
      const estimate = estimator?.estimate
      return {
        fromMemory: estimate?.fromMemory ?? 0,
        fromEngine: estimate?.fromEngine ?? 0,
        characters: estimate?.characters ?? 0,
        estimatedCharacters: estimate?.characters ?? 0,
        billedCharacters: 0,
        wantedCharacters: estimate?.allCharacters ?? 0,
      }
    },
  }
}
