/** Features of the log-linear model (Och and Ney 2002), in the order in which options hold them. */
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
  'swapOdds', // log odds of runs that change places
  'swaps', // runs that change places
  'drops', // words between them that are not said
] as const

export type Feature = (typeof FEATURES)[number]

/** Weights of the features and of the language model's logarithm. */
export type Weights = Readonly<Record<Feature | 'language', number>>

/** One way to translate one run of source words, without the place where the run stands. */
export interface PhraseOption {
  readonly words: Int32Array
  /** For each target word where in the run its slot stands; −1 for a word. */
  readonly slots: Int32Array
  /** For each target word the words of the run it is aligned with. */
  readonly links?: readonly (readonly number[])[]
  /** Whether the run, a single word, is one that no model knows. */
  readonly unknown: boolean
  /** Whether the phrase is one of the team's own. */
  readonly adapted: boolean
  readonly features: Float64Array
}

/** An option at its place in a text. */
export interface TranslationOption {
  /** The run of source words: half-open. */
  readonly from: number
  readonly to: number
  readonly words: Int32Array
  /** What it is made of, in target order: itself, or options that changed places. */
  readonly parts: readonly OptionPart[]
  /** How they changed places: none for a single part. */
  readonly swaps: readonly Swap[]
  /** Weighted sum of the features. */
  readonly score: number
  /** The score with what the language model says of the words by themselves. */
  readonly estimate: number
}

/** Two runs that changed places: the log odds of that, and whether a word between them is not said. */
export interface Swap {
  readonly odds: number
  readonly drops: boolean
}

export interface OptionPart {
  readonly from: number
  readonly to: number
  readonly phrase: PhraseOption
  /** Text of the only word, when it is passed through as it is. */
  readonly literal?: string
}
