import type { Locale, Pattern, Role } from '../../../model.ts'
import type { BaseModel } from '../base/base-model.ts'
import { trainNgramModel } from '../statistics/train-ngram-model.ts'
import { isTitleCase, type Spellings } from '../statistics/truecaser.ts'
import type { Vocabulary } from '../statistics/vocabulary.ts'
import { bindSource } from '../tokens/bind-source.ts'
import { bindTarget } from '../tokens/bind-target.ts'
import type { DraftToken } from '../tokens/draft-token.ts'
import { tokenisePattern } from '../tokens/tokenise-pattern.ts'
import type { Adaptation } from './adaptation.ts'
import type { AdaptationState } from './adaptation-state.ts'
import { alignPairs } from './align-pairs.ts'
import { adaptedTruecaser, continueVocabulary, openAdaptation, ownWords, pairKey } from './open-adaptation.ts'
import { createNameCounts, type PatternPair, preparePairs } from './prepare-pairs.ts'

/** A pair of the memory. */
export interface MemoryPair extends PatternPair {
  readonly role: Role
}

/** A sentence of a target-language page, translated or not. */
interface TargetText {
  readonly pattern: Pattern
  readonly role: Role
}

export interface AdaptationInput {
  readonly source: Locale
  readonly target: Locale
  readonly pairs: readonly MemoryPair[]
  /** Sentences known in the target language alone: they teach its style. */
  readonly targetTexts: readonly TargetText[]
}

const ORDER = 4
/** Longer texts are no sentences. */
const MAX_TOKENS = 200

/**
 * Learns from a team's own pages: word alignment with the base model's tables as prior, phrases, usual spellings, a
 * language model. Pure, and linear in the length of the texts.
 *
 * @param base the model that the project ships for the two languages, if there is one
 */
export function trainAdaptation(input: AdaptationInput, base?: BaseModel): Adaptation {
  return openAdaptation(learn(input, base), base)
}

function learn(input: AdaptationInput, base?: BaseModel): AdaptationState {
  const { source, target } = input
  const vocabularies = {
    source: continueVocabulary([], base?.sourceVocabulary),
    target: continueVocabulary([], base?.targetVocabulary),
  }
  const spellings: Spellings = new Map()
  const truecaser = adaptedTruecaser(spellings, base)
  const texts = [
    ...input.pairs.map(pair => ({ pattern: pair.target, role: pair.role })),
    ...input.targetTexts,
  ].map(text => ({ tokens: tokenisePattern(text.pattern, target).tokens, role: text.role }))
  for (const { tokens } of texts) truecaser.learn(tokens)
  const names = createNameCounts()
  const prepared = preparePairs(input.pairs, input, truecaser, names)
  const aligned = alignPairs(prepared, vocabularies, base)
  const sentences = aligned.pairs.map(pair => pair.target)
  for (const { tokens } of texts.slice(input.pairs.length)) {
    if (tokens.length > MAX_TOKENS) continue
    sentences.push(numberTarget(tokens, truecaser.truecase(tokens), names.named, vocabularies.target))
  }
  return {
    source,
    target,
    sourceWords: ownWords(vocabularies.source, base?.sourceVocabulary),
    targetWords: ownWords(vocabularies.target, base?.targetVocabulary),
    pairs: prepared.flatMap(({ origin }, i) => {
      const pair = aligned.pairs[i]
      return pair === undefined ? [] : [{ ...pair, key: pairKey(origin) }]
    }),
    forward: aligned.forward.table,
    backward: aligned.backward.table,
    ...(sentences.length === 0 ? {} : { language: trainNgramModel(sentences, { order: ORDER }) }),
    names,
    spellings,
    titles: countTitles(texts),
  }
}

/** A sentence without a source: what is known as a name, and every number and code, is a slot. */
function numberTarget(
  tokens: readonly DraftToken[],
  spellings: readonly string[],
  named: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
): Int32Array {
  const slots = bindSource(tokens, token => named.has(token.surface))
  const { target } = bindTarget(tokens, spellings, slots)
  return Int32Array.from(target, token => vocabulary.add(token.form))
}

function countTitles(texts: readonly { readonly tokens: readonly DraftToken[]; readonly role: Role }[]) {
  const titles = new Map<Role, [number, number]>()
  for (const { tokens, role } of texts) {
    const words = tokens.filter(token => token.code === undefined && /^\p{L}{4}/u.test(token.surface))
    if (words.length < 2 || /[.!?:]$/u.test(tokens.at(-1)?.surface ?? '')) continue
    const [cased, all] = titles.get(role) ?? [0, 0]
    titles.set(role, [cased + (isTitleCase(tokens) ? 1 : 0), all + 1])
  }
  return titles
}
