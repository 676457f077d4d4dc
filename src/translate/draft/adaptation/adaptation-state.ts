import type { Locale, Role } from '../../../model.ts'
import type { AlignedPair } from '../statistics/aligned-pair.ts'
import type { NgramTrie } from '../statistics/ngram-model.ts'
import type { Spellings } from '../statistics/truecaser.ts'
import type { WordTable } from '../statistics/word-aligner.ts'
import type { NameCounts } from './prepare-pairs.ts'

/** A pair as it was learned from. */
export interface LearnedPair extends AlignedPair {
  /** Equal for pairs that say the same. */
  readonly key: string
}

/** All that was learned from a team's own pages, as plain data that can be kept. */
export interface AdaptationState {
  readonly source: Locale
  readonly target: Locale
  /** Words beyond the base model's, in order of their numbers. */
  readonly sourceWords: readonly string[]
  readonly targetWords: readonly string[]
  readonly pairs: readonly LearnedPair[]
  readonly forward: WordTable
  readonly backward: WordTable
  /** Absent when there was no target text at all. */
  readonly language?: NgramTrie
  readonly names: NameCounts
  readonly spellings: Spellings
  /** Per role, how many of its titles are in title case, and how many there are. */
  readonly titles: ReadonlyMap<Role, readonly [cased: number, all: number]>
}
