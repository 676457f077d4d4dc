import type { Weights } from './translation-option.ts'

/** Weights with the team's own pages, tuned on held-out applications by `bench/quality/tune.ts`. */
export const ADAPTED_WEIGHTS: Weights = {
  forward: 0.871,
  backward: 0.388,
  lexicalForward: 0.208,
  lexicalBackward: 0.483,
  words: 2.766,
  phrases: -0.508,
  unknown: -0.015,
  adapted: 0.26,
  rare: 0.287,
  swapOdds: 0.924,
  swaps: 0.054,
  drops: -1.206,
  language: 1,
}

/** Weights with the base model alone. */
export const BASE_WEIGHTS: Weights = {
  forward: 0.242,
  backward: 0.632,
  lexicalForward: 0.241,
  lexicalBackward: 0.236,
  words: 0.367,
  phrases: -0.208,
  unknown: -0.016,
  adapted: 0.037,
  rare: 0.126,
  swapOdds: 2.234,
  swaps: 0.113,
  drops: -0.31,
  language: 1,
}

/** Share of the team's own language model in the interpolation. */
export const OWN_LANGUAGE = 0.7
