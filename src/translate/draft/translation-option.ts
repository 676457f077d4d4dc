/** Features of the log-linear model (Och and Ney 2002), in the order in which weights are given. */
export const FEATURES = [
  'forward', // log p(target phrase | source phrase)
  'backward', // log p(source phrase | target phrase)
  'lexicalForward', // the same, word by word
  'lexicalBackward',
  'words', // target words
  'phrases', // phrases used
  'unknown', // source words that no model knows
  'adapted', // phrases that the team's own pages have
  'rare', // phrases seen once
  'distortion', // source words jumped over
  'language', // log p(target text)
] as const

export type Weights = Readonly<Record<(typeof FEATURES)[number], number>>

/** One way to translate one run of source words. */
export interface TranslationOption {
  /** The run of source words: half-open. */
  readonly from: number
  readonly to: number
  /** Numbers of the target words. */
  readonly words: Int32Array
  /** For each target word the source position whose slot it is; −1 for a word. */
  readonly slots: Int32Array
  /** For each target word the source positions it is aligned with. */
  readonly links?: readonly (readonly number[])[]
  /** Text of the only word, when it is passed through as it is. */
  readonly literal?: string
  /** Whether the run, a single word, is one that no model knows. */
  readonly unknown: boolean
  /** Whether the phrase is one of the team's own. */
  readonly adapted: boolean
  /** Weighted sum of the features that don't depend on the context. */
  readonly score: number
}
