import type { Alignment } from './symmetrise.ts'
import type { SentencePair } from './word-aligner.ts'

/** A sentence pair with its word alignment: what phrases are taken from. */
export interface AlignedPair extends SentencePair {
  readonly alignment: Alignment
}
