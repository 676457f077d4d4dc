import type { Weights } from './translation-option.ts'

/** Weights with the team's own pages and without them, tuned on held-out applications by `npm run bench:quality -- --tune`. */
export const ADAPTED_WEIGHTS: Weights = {
  forward: 0.6,
  backward: 0.3,
  lexicalForward: 0.3,
  lexicalBackward: 0.2,
  words: 0.8,
  phrases: -0.6,
  unknown: -3,
  adapted: 0.4,
  rare: -0.1,
  swapOdds: 0.3,
  swaps: 0,
  drops: -1,
  language: 0.8,
}

export const BASE_WEIGHTS: Weights = ADAPTED_WEIGHTS

/** Share of the team's own language model in the interpolation. */
export const OWN_LANGUAGE = 0.7
