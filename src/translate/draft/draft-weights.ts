import type { Weights } from './translation-option.ts'

/** Weights with the team's own pages, tuned on held-out applications by `bench/quality/tune.ts`. */
export const ADAPTED_WEIGHTS: Weights = {
  forward: 0.849,
  backward: 0.499,
  lexicalForward: 0.286,
  lexicalBackward: 0.242,
  words: 0.888,
  phrases: -0.956,
  unknown: -0.014,
  adapted: 0.295,
  rare: 0.054,
  swapOdds: 1.074,
  swaps: 0,
  drops: -0.324,
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
