import type { Vocabulary } from '../statistics/vocabulary.ts'
import type { BoundTerm } from '../tokens/bind-terms.ts'
import type { InterpolatedLanguage } from './interpolated-language.ts'
import { FEATURES, type PhraseOption, type TranslationOption, type Weights } from './translation-option.ts'
import { makeOption } from './translation-options.ts'

/** Leaves only options that say a term as the glossary does, and adds the term itself. */
export function constrainOptions(
  options: readonly TranslationOption[],
  terms: readonly BoundTerm[],
  vocabulary: Vocabulary,
  language: InterpolatedLanguage,
  weights: Weights,
): readonly TranslationOption[] {
  const kept = options.filter(option =>
    terms.every(term => {
      if (option.to <= term.from || option.from >= term.to) return true
      if (option.from > term.from || option.to < term.to) return false
      const said = Array.from(option.words, id => vocabulary.word(id).toLowerCase()).join(' ')
      return ` ${said} `.includes(` ${term.words.join(' ').toLowerCase()} `)
    }),
  )
  const own = terms.map(({ from, to, words }) => {
    const said = Int32Array.from(words, word => vocabulary.add(word))
    const phrase: PhraseOption = {
      words: said,
      slots: new Int32Array(said.length).fill(-1),
      unknown: false,
      adapted: true,
      features: new Float64Array(FEATURES.length),
    }
    const score = weights.words * said.length + weights.phrases
    return makeOption(from, to, said, [{ from, to, phrase }], score, language, weights)
  })
  return [...kept, ...own]
}
