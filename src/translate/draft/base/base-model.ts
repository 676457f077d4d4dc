import type { NgramModel, NgramTrie } from '../statistics/ngram-model.ts'
import type { PhraseSource } from '../statistics/phrase-source.ts'
import type { SwapCount } from '../statistics/swap-model.ts'
import type { Vocabulary } from '../statistics/vocabulary.ts'
import type { LexicalTable } from '../statistics/word-aligner.ts'

/** A phrase of the base model as it is built and stored. */
export interface BasePhrase {
  readonly words: Int32Array
  readonly forward: number
  readonly backward: number
  readonly count: number
}

/** What a model file holds, before it is packed. */
export interface BaseModelParts {
  readonly source: string
  readonly target: string
  readonly sourceWords: readonly string[]
  readonly targetWords: readonly string[]
  /** Source words → translations, best first. */
  readonly phrases: readonly { readonly source: Int32Array; readonly targets: readonly BasePhrase[] }[]
  /** Expected counts of word pairs; −1 as source is the empty word. */
  readonly lexicon: readonly { readonly source: number; readonly target: number; readonly count: number }[]
  readonly swaps: readonly SwapCount[]
  readonly language: NgramTrie
}

/** A language pair's model that the project ships: what is known before any page was read. */
export interface BaseModel {
  readonly source: string
  readonly target: string
  readonly sourceVocabulary: Vocabulary
  readonly targetVocabulary: Vocabulary
  readonly language: NgramModel
  /** p(target word | source word). */
  readonly forward: LexicalTable
  /** p(source word | target word); the first argument is the target's. */
  readonly backward: LexicalTable
  readonly phrases: PhraseSource
  readonly swaps: readonly SwapCount[]
}
