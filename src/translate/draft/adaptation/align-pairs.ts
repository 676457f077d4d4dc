import type { AlignedPair } from '../statistics/aligned-pair.ts'
import { symmetrise } from '../statistics/symmetrise.ts'
import type { Vocabulary } from '../statistics/vocabulary.ts'
import {
  type LexicalTable,
  type SentencePair,
  trainWordAligner,
  type WordAligner,
} from '../statistics/word-aligner.ts'
import type { PreparedPair } from './prepare-pairs.ts'

export interface AlignedText {
  readonly pairs: readonly AlignedPair[]
  readonly forward: WordAligner
  readonly backward: WordAligner
}

/** Rounds of expectation maximisation in each direction. */
const ROUNDS = 5

/**
 * Numbers the words of prepared pairs, learns word alignment in both directions and joins the two.
 *
 * @param prior tables of the base model, if there is one
 */
export function alignPairs(
  prepared: readonly PreparedPair[],
  vocabularies: { readonly source: Vocabulary; readonly target: Vocabulary },
  prior?: { readonly forward: LexicalTable; readonly backward: LexicalTable },
): AlignedText {
  const pairs = prepared.map(pair => numberPair(pair, vocabularies))
  const forward = trainWordAligner(pairs, ROUNDS, prior?.forward)
  const backward = trainWordAligner(pairs.map(turned), ROUNDS, prior?.backward)
  return { pairs: pairs.map(pair => alignPair(pair, forward, backward)), forward, backward }
}

/** Aligns one more pair with what was learned before. */
export function alignPair(pair: SentencePair, forward: WordAligner, backward: WordAligner): AlignedPair {
  return { ...pair, alignment: symmetrise(forward.align(pair), backward.align(turned(pair))) }
}

export function numberPair(
  pair: PreparedPair,
  vocabularies: { readonly source: Vocabulary; readonly target: Vocabulary },
): SentencePair {
  return {
    source: Int32Array.from(pair.source, token => vocabularies.source.add(token.form)),
    target: Int32Array.from(pair.target, token => vocabularies.target.add(token.form)),
    links: pair.links,
    weight: pair.weight,
  }
}

function turned(pair: SentencePair): SentencePair {
  return {
    source: pair.target,
    target: pair.source,
    links: pair.links.map(([source, target]) => [target, source] as const),
    weight: pair.weight,
  }
}
