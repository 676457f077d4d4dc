import type { Locale, Role } from '../../../model.ts'
import type { NgramModel } from '../statistics/ngram-model.ts'
import type { PhraseIndex } from '../statistics/phrase-index.ts'
import type { SwapModel } from '../statistics/swap-model.ts'
import type { Truecaser } from '../statistics/truecaser.ts'
import type { Vocabulary } from '../statistics/vocabulary.ts'
import type { LexicalTable } from '../statistics/word-aligner.ts'
import type { AdaptationState } from './adaptation-state.ts'
import type { NameCounts, PatternPair } from './prepare-pairs.ts'

/** What was learned from the team's own pages, on top of a base model or without one. */
export interface Adaptation {
  readonly source: Locale
  readonly target: Locale
  readonly sourceVocabulary: Vocabulary
  readonly targetVocabulary: Vocabulary
  readonly phrases: PhraseIndex
  readonly forward: LexicalTable
  readonly backward: LexicalTable
  /** Absent when there was no target text at all. */
  readonly language?: NgramModel
  readonly swaps: SwapModel
  readonly names: NameCounts
  readonly truecaser: Truecaser
  /** Whether texts of a role, ending without a full stop, are written in title case. */
  titleCase(role: Role): boolean
  /**
   * Takes pairs out, by their keys, and others in, in time linear in them: phrases, names and swaps follow at once; spellings, the
   * tables of words and the language model stay as they were learned. Translators made before must be made anew.
   */
  update(changes: { readonly removed: readonly string[]; readonly added: readonly PatternPair[] }): void
  /** All of it as it is now, to be kept and opened again on the same base model. */
  state(): AdaptationState
}
