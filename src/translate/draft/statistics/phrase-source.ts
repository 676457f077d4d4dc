import type { PhraseCandidate } from './phrase-candidate.ts'

/** What a model knows of one run of source words. */
export interface RunPhrases {
  /** Occurrences of the run, by weight. */
  readonly count: number
  readonly candidates: readonly PhraseCandidate[]
}

/** Phrases by their source words, read word by word: a cursor stands for the words so far, 0 for none. */
export interface PhraseSource {
  /** The cursor after one more word; −1 when no phrase goes on like this. */
  next(cursor: number, word: number): number
  /** Phrases of exactly the words so far; empty when there are only longer ones. */
  phrases(cursor: number): RunPhrases
}
