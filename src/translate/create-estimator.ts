import { createFinisher } from './create-finisher.ts'
import { createPlanner, type PlannerOptions } from './create-planner.ts'
import type { FillPage } from './fill-page.ts'

/** What a run would send and cost. */
interface Estimate {
  /** Segments that need a target. */
  readonly segments: number
  /** Of them, those that the memory fills. */
  readonly fromMemory: number
  /** Of them, those that the engine fills. */
  readonly fromEngine: number
  /** Distinct texts that would be sent. */
  readonly texts: number
  /** Characters that would be sent, after memory and deduplication. */
  readonly characters: number
  /** Characters of all segments: what would be sent without memory and deduplication. */
  readonly allCharacters: number
}

export type EstimatorOptions = Omit<PlannerOptions, 'finisher'>

/** A segment that a run would fill. */
export interface PlannedSegment {
  readonly page: FillPage
  readonly index: number
}

/** Adds up what a run would send, window by window, without calling the engine. */
export interface Estimator {
  /** @returns the segments that the memory or the engine would fill */
  add(pages: readonly FillPage[]): readonly PlannedSegment[]
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
      const asked = options.engineName === undefined ? [] : window.texts.flatMap(text => text.occurrences)
      return [...window.results, ...asked]
    },
    get estimate() {
      return {
        segments,
        fromMemory,
        fromEngine: options.engineName === undefined ? 0 : segments - fromMemory,
        texts: options.engineName === undefined ? 0 : texts,
        characters: options.engineName === undefined ? 0 : characters,
        allCharacters,
      }
    },
  }
}
