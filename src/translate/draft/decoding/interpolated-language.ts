import type { NgramModel } from '../statistics/ngram-model.ts'
import { UNKNOWN_WORD } from '../tokens/special-words.ts'

/** Two language models as one: the team's own pages and the base model. */
export interface InterpolatedLanguage {
  readonly start: { readonly own: number; readonly base: number }
  /** Advances both; the new states and the natural logarithm are left in the fields below. */
  advance(own: number, base: number, word: number): void
  readonly own: number
  readonly base: number
  readonly score: number
}

/**
 * Linear interpolation of two models: p = λ·own + (1 − λ)·base.
 *
 * @param baseSize words that the base model can know; later numbers are the team's own words
 */
export function createInterpolatedLanguage(
  ownModel: NgramModel | undefined,
  baseModel: NgramModel | undefined,
  baseSize: number,
  lambda: number,
): InterpolatedLanguage {
  let own = 0
  let base = 0
  let score = 0
  return {
    start: { own: ownModel?.start ?? 0, base: baseModel?.start ?? 0 },
    get own() {
      return own
    },
    get base() {
      return base
    },
    get score() {
      return score
    },
    advance(ownState, baseState, word) {
      let ownScore = 0
      let baseScore = 0
      if (ownModel !== undefined) {
        own = ownModel.advance(ownState, word)
        ownScore = ownModel.score
      }
      if (baseModel !== undefined) {
        base = baseModel.advance(baseState, word < baseSize ? word : UNKNOWN_WORD)
        baseScore = baseModel.score
      }
      if (ownModel === undefined) score = baseScore
      else if (baseModel === undefined) score = ownScore
      else score = Math.log(lambda * Math.exp(ownScore) + (1 - lambda) * Math.exp(baseScore))
    },
  }
}
