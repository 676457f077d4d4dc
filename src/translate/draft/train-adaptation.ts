import type { Locale, Pattern, Role } from '../../model.ts'
import type { Adaptation } from './adaptation.ts'
import { alignPair, alignPairs, numberPair } from './align-pairs.ts'
import type { AlignedPair } from './aligned-pair.ts'
import type { BaseModel } from './base-model.ts'
import { bindSource } from './bind-source.ts'
import { bindTarget } from './bind-target.ts'
import type { DraftToken } from './draft-token.ts'
import { createNgramModel } from './ngram-model.ts'
import { createPhraseIndex } from './phrase-index.ts'
import { createNameCounts, type PatternPair, type PreparedPair, preparePairs } from './prepare-pairs.ts'
import { SPECIAL_WORDS } from './special-words.ts'
import { createSwapModel } from './swap-model.ts'
import { tokenisePattern } from './tokenise-pattern.ts'
import { trainNgramModel } from './train-ngram-model.ts'
import { createTruecaser, isTitleCase } from './truecaser.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

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
/** What a swap in the team's own pages counts for, in swaps elsewhere. */
const OWN_SWAPS = 3

/**
 * Learns from a team's own pages: word alignment with the base model's tables as prior, phrases, usual spellings, a
 * language model. Pure, and linear in the length of the texts.
 *
 * @param base the model that the project ships for the two languages, if there is one
 */
export function trainAdaptation(input: AdaptationInput, base?: BaseModel): Adaptation {
  const { source, target } = input
  const sourceVocabulary = extend(base?.sourceVocabulary)
  const targetVocabulary = extend(base?.targetVocabulary)
  const truecaser = createTruecaser(lower => spelledInBase(lower, base?.targetVocabulary))
  const texts = [
    ...input.pairs.map(pair => ({ pattern: pair.target, role: pair.role })),
    ...input.targetTexts,
  ].map(text => ({ tokens: tokenisePattern(text.pattern, target).tokens, role: text.role }))
  for (const { tokens } of texts) truecaser.learn(tokens)
  const names = createNameCounts()
  const prepared = preparePairs(input.pairs, input, truecaser, names)
  const vocabularies = { source: sourceVocabulary, target: targetVocabulary }
  const aligned = alignPairs(prepared, vocabularies, base)
  const phrases = createPhraseIndex()
  const swaps = createSwapModel(sourceVocabulary)
  for (const count of base?.swaps ?? []) swaps.add(count)
  const numbers = new Map<string, number[]>()
  const teach = (pair: AlignedPair, origin: PatternPair): void => {
    const key = pairKey(origin)
    numbers.set(key, [...(numbers.get(key) ?? []), phrases.add(pair)])
    swaps.learn({ ...pair, weight: pair.weight * OWN_SWAPS })
  }
  const learn = (pairs: readonly PreparedPair[], text: readonly AlignedPair[]): void => {
    pairs.forEach(({ origin }, i) => {
      const pair = text[i]
      if (pair !== undefined) teach(pair, origin)
    })
  }
  learn(prepared, aligned.pairs)
  const sentences = aligned.pairs.map(pair => pair.target)
  for (const { tokens } of texts.slice(input.pairs.length)) {
    if (tokens.length > MAX_TOKENS) continue
    sentences.push(numberTarget(tokens, truecaser.truecase(tokens), names.named, targetVocabulary))
  }
  const titles = countTitles(texts)
  return {
    source,
    target,
    sourceVocabulary,
    targetVocabulary,
    phrases,
    forward: aligned.forward,
    backward: aligned.backward,
    ...(sentences.length === 0
      ? {}
      : { language: createNgramModel(trainNgramModel(sentences, { order: ORDER })) }),
    swaps,
    names,
    truecaser,
    titleCase: role => {
      const [cased = 0, all = 0] = titles.get(role) ?? []
      return all >= 3 && cased > all / 2
    },
    update({ removed, added }) {
      for (const pair of removed) {
        const number = numbers.get(pairKey(pair))?.pop()
        if (number !== undefined) phrases.remove(number)
      }
      const fresh = preparePairs(added, input, truecaser, names)
      learn(
        fresh,
        fresh.map(pair => alignPair(numberPair(pair, vocabularies), aligned.forward, aligned.backward)),
      )
    },
  }
}

/** Equal pairs have equal keys. */
function pairKey(pair: PatternPair): string {
  return JSON.stringify([pair.source, pair.target])
}

function extend(base: Vocabulary | undefined): Vocabulary {
  return base === undefined ? createVocabulary(SPECIAL_WORDS) : createVocabulary([], base)
}

/** A word that the base model knows in capitals alone (`English`, `PDF`) keeps them. */
function spelledInBase(lower: string, words: Vocabulary | undefined): string | undefined {
  if (words === undefined || words.find(lower) >= 0) return undefined
  const capital = lower.charAt(0).toUpperCase() + lower.slice(1)
  return [capital, lower.toUpperCase()].find(spelling => words.find(spelling) >= 0)
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
