import { SENTENCE_END } from '../statistics/ngram-model.ts'
import type { InterpolatedLanguage } from './interpolated-language.ts'
import type { TranslationOption, Weights } from './translation-option.ts'

/** A translation of the whole text: options in source order, which is target order. */
export interface Derivation {
  readonly options: readonly TranslationOption[]
  /** Model score, a weighted sum of logarithms. */
  readonly score: number
  /** Its part from the language model, unweighted. */
  readonly language: number
}

interface Hypothesis {
  readonly own: number
  readonly base: number
  readonly score: number
  readonly language: number
  readonly option: TranslationOption | undefined
  readonly previous: Hypothesis | undefined
}

export interface SearchLimits {
  /** Hypotheses kept for each number of source words covered. */
  readonly beam: number
  /** Translations returned. */
  readonly best: number
}

/** An option that promises so much less than the best hypothesis at its end is not tried. */
const MARGIN = 7

/**
 * Beam search over phrase-based derivations (Koehn 2004, "Pharaoh: a Beam Search Decoder for Phrase-Based Statistical
 * Machine Translation"), in source order: what changes places does so inside of options. Hypotheses that cover the same
 * words are rivals, so that nothing has to be estimated of what is to come; those that the language model can't tell
 * apart are one.
 *
 * @param length source words
 * @param options every way to translate every run; each word alone has one at least
 * @returns the best derivations, best first; never empty
 */
export function decode(
  length: number,
  options: readonly TranslationOption[],
  language: InterpolatedLanguage,
  weights: Weights,
  limits: SearchLimits,
): readonly Derivation[] {
  const starting: TranslationOption[][] = Array.from({ length }, () => [])
  for (const option of options) starting[option.from]?.push(option)
  for (const own of starting) own.sort((a, b) => b.estimate - a.estimate)
  const stacks: Map<number, Hypothesis>[] = Array.from({ length: length + 1 }, () => new Map())
  const tops = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY)
  stacks[0]?.set(0, { ...language.start, score: 0, language: 0, option: undefined, previous: undefined })
  for (let from = 0; from < length; from++) {
    const stack = stacks[from] as Map<number, Hypothesis>
    for (const hypothesis of best(stack, limits.beam)) {
      for (const option of starting[from] as TranslationOption[]) {
        if (hypothesis.score + option.estimate < (tops[option.to] as number) - MARGIN) continue
        const next = extend(hypothesis, option, option.to === length, language, weights)
        keep(stacks[option.to] as Map<number, Hypothesis>, next)
        if (next.score > (tops[option.to] as number)) tops[option.to] = next.score
      }
    }
    stack.clear()
  }
  return best(stacks[length] as Map<number, Hypothesis>, limits.best).map(derivation)
}

function extend(
  hypothesis: Hypothesis,
  option: TranslationOption,
  isLast: boolean,
  language: InterpolatedLanguage,
  weights: Weights,
): Hypothesis {
  let { own, base } = hypothesis
  let sum = 0
  for (const word of option.words) {
    language.advance(own, base, word)
    own = language.own
    base = language.base
    sum += language.score
  }
  if (isLast) {
    language.advance(own, base, SENTENCE_END)
    sum += language.score
  }
  return {
    own,
    base,
    score: hypothesis.score + option.score + weights.language * sum,
    language: hypothesis.language + sum,
    option,
    previous: hypothesis,
  }
}

function keep(stack: Map<number, Hypothesis>, hypothesis: Hypothesis): void {
  const key = hypothesis.own * 2 ** 22 + hypothesis.base
  const rival = stack.get(key)
  if (rival === undefined || rival.score < hypothesis.score) stack.set(key, hypothesis)
}

function best(stack: ReadonlyMap<number, Hypothesis>, most: number): readonly Hypothesis[] {
  return [...stack.values()].sort((a, b) => b.score - a.score).slice(0, most)
}

function derivation(last: Hypothesis): Derivation {
  const options: TranslationOption[] = []
  for (let at: Hypothesis | undefined = last; at?.option !== undefined; at = at.previous)
    options.push(at.option)
  return { options: options.reverse(), score: last.score, language: last.language }
}
