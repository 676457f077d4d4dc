import { createFinisher } from './create-finisher.ts'
import { createPlanner, type PlannerOptions } from './create-planner.ts'
import type { FillPage } from './fill-page.ts'

/** What a run would send and cost. */
interface Estimate {
  /** Segments that need a target. */
  readonly segments: number
  /** Of them, those that the memory fills. */
  readonly fromMemory: number
  /** Distinct texts that would be sent. */
  readonly texts: number
  /** Characters that would be sent, after memory and deduplication. */
  readonly characters: number
  /** Characters of all segments: what would be sent without memory and deduplication. */
  readonly allCharacters: number
}

export type EstimatorOptions = Omit<PlannerOptions, 'finisher'>

/** Adds up what a run would send, window by window, without calling the engine. */
export interface Estimator {
  add(pages: readonly FillPage[]): void
  readonly estimate: Estimate
}

export function createEstimator(options: EstimatorOptions): Estimator {
  const plan = createPlanner({
    ...options,
    finisher: createFinisher(options.glossary, options.source, options.target),
  })
  const keys = new Set<string>()
  let segments = 0
  let fromMemory = 0
  let texts = 0
  let characters = 0
  let allCharacters = 0

  return {
    add(pages) {
      const window = plan(pages)
      segments += window.results.length
      fromMemory += window.fromMemory
      allCharacters += window.characters
      for (const text of window.texts) {
        segments += text.occurrences.length
        if (keys.has(text.key)) continue
        keys.add(text.key)
        texts++
        characters += text.characters
      }
    },
    get estimate() {
      return {
        segments,
        fromMemory,
        texts: options.engineName === undefined ? 0 : texts,
        characters: options.engineName === undefined ? 0 : characters,
        allCharacters,
      }
    },
  }
}
