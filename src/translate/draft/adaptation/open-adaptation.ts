import { createHash } from 'node:crypto'
import type { BaseModel } from '../base/base-model.ts'
import { createNgramModel } from '../statistics/ngram-model.ts'
import { createPhraseIndex } from '../statistics/phrase-index.ts'
import { createSwapModel } from '../statistics/swap-model.ts'
import { createTruecaser, type Truecaser } from '../statistics/truecaser.ts'
import { createVocabulary, type Vocabulary } from '../statistics/vocabulary.ts'
import { wordAlignerOf } from '../statistics/word-aligner.ts'
import { SPECIAL_WORDS } from '../tokens/special-words.ts'
import type { Adaptation } from './adaptation.ts'
import type { AdaptationState, LearnedPair } from './adaptation-state.ts'
import { alignPair, numberPair } from './align-pairs.ts'
import { type PatternPair, preparePairs } from './prepare-pairs.ts'

/** What a swap in the team's own pages counts for, in swaps elsewhere. */
const OWN_SWAPS = 3

/**
 * Makes what was learned ready for use.
 *
 * @param state learned on top of `base`; not changed
 * @param base the base model, if there was one
 */
export function openAdaptation(state: AdaptationState, base?: BaseModel): Adaptation {
  const vocabularies = {
    source: continueVocabulary(state.sourceWords, base?.sourceVocabulary),
    target: continueVocabulary(state.targetWords, base?.targetVocabulary),
  }
  const forward = wordAlignerOf(state.forward, base?.forward)
  const backward = wordAlignerOf(state.backward, base?.backward)
  const names = { lower: new Map(state.names.lower), named: new Map(state.names.named) }
  const truecaser = adaptedTruecaser(state.spellings, base)
  const phrases = createPhraseIndex()
  const swaps = createSwapModel(vocabularies.source)
  for (const count of base?.swaps ?? []) swaps.add(count)
  const pairs = new Map<number, LearnedPair>()
  const numbers = new Map<string, number[]>()
  const teach = (pair: LearnedPair): void => {
    const number = phrases.add(pair)
    pairs.set(number, pair)
    numbers.set(pair.key, [...(numbers.get(pair.key) ?? []), number])
    swaps.learn({ ...pair, weight: pair.weight * OWN_SWAPS })
  }
  for (const pair of state.pairs) teach(pair)
  return {
    source: state.source,
    target: state.target,
    sourceVocabulary: vocabularies.source,
    targetVocabulary: vocabularies.target,
    phrases,
    forward,
    backward,
    ...(state.language === undefined ? {} : { language: createNgramModel(state.language) }),
    swaps,
    names,
    truecaser,
    titleCase: role => {
      const [cased = 0, all = 0] = state.titles.get(role) ?? []
      return all >= 3 && cased > all / 2
    },
    update({ removed, added }) {
      for (const key of removed) {
        const number = numbers.get(key)?.pop()
        if (number === undefined) continue
        phrases.remove(number)
        pairs.delete(number)
      }
      for (const pair of preparePairs(added, state, truecaser, names)) {
        const aligned = alignPair(numberPair(pair, vocabularies), forward, backward)
        teach({ ...aligned, key: pairKey(pair.origin) })
      }
    },
    state: () => ({
      ...state,
      sourceWords: ownWords(vocabularies.source, base?.sourceVocabulary),
      targetWords: ownWords(vocabularies.target, base?.targetVocabulary),
      pairs: [...pairs.values()],
      names,
    }),
  }
}

/** Equal pairs have equal keys. */
export function pairKey({ source, target, weight = 1 }: PatternPair): string {
  const content = JSON.stringify([source, target, weight])
  return createHash('sha256').update(content).digest('base64').slice(0, 20)
}

/** Words by number, the base model's first. */
export function continueVocabulary(words: readonly string[], base: Vocabulary | undefined): Vocabulary {
  return base === undefined ? createVocabulary([...SPECIAL_WORDS, ...words]) : createVocabulary(words, base)
}

/** The words of a vocabulary beyond those that it continues. */
export function ownWords(vocabulary: Vocabulary, base: Vocabulary | undefined): readonly string[] {
  const first = base?.size ?? SPECIAL_WORDS.length
  return Array.from({ length: vocabulary.size - first }, (_, i) => vocabulary.word(first + i))
}

/** A truecaser that falls back on the base model's spellings. */
export function adaptedTruecaser(
  spellings: AdaptationState['spellings'],
  base: BaseModel | undefined,
): Truecaser {
  return createTruecaser(lower => spelledInBase(lower, base?.targetVocabulary), spellings)
}

/** A word that the base model knows in capitals alone (`English`, `PDF`) keeps them. */
function spelledInBase(lower: string, words: Vocabulary | undefined): string | undefined {
  if (words === undefined || words.find(lower) >= 0) return undefined
  const capital = lower.charAt(0).toUpperCase() + lower.slice(1)
  return [capital, lower.toUpperCase()].find(spelling => words.find(spelling) >= 0)
}
