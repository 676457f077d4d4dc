import type { InterpolatedLanguage } from './interpolated-language.ts'
import { SENTENCE_END } from './ngram-model.ts'
import type { TranslationOption, Weights } from './translation-option.ts'

/** A translation of the whole text: options in target order. */
export interface Derivation {
  readonly options: readonly TranslationOption[]
  /** Model score, a weighted sum of logarithms. */
  readonly score: number
  /** Its part from the language model, unweighted. */
  readonly language: number
}

interface Hypothesis {
  /** Source words covered without a gap from the start. */
  readonly covered: number
  /** Words covered beyond: bit i is word `covered + 1 + i`. */
  readonly ahead: number
  /** End of the last option's run. */
  readonly end: number
  readonly own: number
  readonly base: number
  readonly score: number
  readonly estimate: number
  readonly language: number
  readonly option: TranslationOption | undefined
  readonly previous: Hypothesis | undefined
}

export interface SearchLimits {
  /** Hypotheses kept for each number of covered words. */
  readonly beam: number
  /** Source words that may be jumped over. */
  readonly reach: number
  /** Translations returned. */
  readonly best: number
}

/**
 * Beam search over phrase-based derivations (Koehn 2004, "Pharaoh: a Beam Search Decoder for Phrase-Based Statistical
 * Machine Translation"): stacks by words covered, recombination, estimates of what is still to come.
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
  const future = futureScores(length, options, language, weights)
  const stacks: Map<string | number, Hypothesis>[] = Array.from({ length: length + 1 }, () => new Map())
  stacks[0]?.set(0, {
    covered: 0,
    ahead: 0,
    end: 0,
    ...language.start,
    score: 0,
    estimate: future(0, length),
    language: 0,
    option: undefined,
    previous: undefined,
  })
  for (let count = 0; count < length; count++) {
    const stack = stacks[count] as Map<string | number, Hypothesis>
    for (const hypothesis of best(stack, limits.beam)) {
      const last = Math.min(length - 1, hypothesis.covered + limits.reach)
      for (let from = hypothesis.covered; from <= last; from++) {
        for (const option of starting[from] as TranslationOption[]) {
          if (!isFree(hypothesis, option)) continue
          const next = extend(hypothesis, option, length, future, language, weights)
          keep(stacks[count + option.to - option.from] as Map<string | number, Hypothesis>, next)
        }
      }
    }
    stack.clear()
  }
  return best(stacks[length] as Map<string | number, Hypothesis>, limits.best).map(derivation)
}

/** Words beyond the first uncovered one that a hypothesis can note as covered. */
const MAX_AHEAD = 30

function isFree(hypothesis: Hypothesis, option: TranslationOption): boolean {
  if (option.from > hypothesis.covered && option.to > hypothesis.covered + MAX_AHEAD) return false
  if (hypothesis.ahead === 0) return true
  for (let i = option.from; i < option.to; i++) {
    const bit = i - hypothesis.covered - 1
    if (bit >= 0 && (hypothesis.ahead & (1 << bit)) !== 0) return false
  }
  return true
}

function extend(
  hypothesis: Hypothesis,
  option: TranslationOption,
  length: number,
  future: (from: number, to: number) => number,
  language: InterpolatedLanguage,
  weights: Weights,
): Hypothesis {
  let { covered, ahead } = hypothesis
  if (option.from === covered) {
    const step = option.to - covered
    covered = option.to
    // Bit i was word covered + 1 + i: the word now first is bit step − 1.
    if (ahead !== 0) {
      ahead = ahead >>> (step - 1)
      while ((ahead & 1) === 1) {
        covered++
        ahead >>>= 1
      }
      ahead >>>= 1
    }
  } else {
    for (let i = option.from; i < option.to; i++) ahead |= 1 << (i - covered - 1)
  }
  let own = hypothesis.own
  let base = hypothesis.base
  let sum = 0
  for (const word of option.words) {
    language.advance(own, base, word)
    own = language.own
    base = language.base
    sum += language.score
  }
  if (covered === length) {
    language.advance(own, base, SENTENCE_END)
    sum += language.score
  }
  const jump = Math.abs(option.from - hypothesis.end)
  const score = hypothesis.score + option.score + weights.language * sum - weights.distortion * jump
  return {
    covered,
    ahead,
    end: option.to,
    own,
    base,
    score,
    estimate: score + remaining(covered, ahead, length, future),
    language: hypothesis.language + sum,
    option,
    previous: hypothesis,
  }
}

function remaining(
  covered: number,
  ahead: number,
  length: number,
  future: (from: number, to: number) => number,
): number {
  if (ahead === 0) return future(covered, length)
  let sum = 0
  let from = covered
  let at = covered + 1
  for (let bits = ahead; bits !== 0; bits >>>= 1, at++) {
    if ((bits & 1) === 0) continue
    if (at > from) sum += future(from, at)
    from = at + 1
  }
  return sum + future(from, length)
}

function keep(stack: Map<string | number, Hypothesis>, hypothesis: Hypothesis): void {
  const state = hypothesis.own * 2 ** 22 + hypothesis.base
  const key =
    hypothesis.ahead === 0 && hypothesis.end === hypothesis.covered
      ? state
      : `${state} ${hypothesis.covered} ${hypothesis.ahead} ${hypothesis.end}`
  const rival = stack.get(key)
  if (rival === undefined || rival.score < hypothesis.score) stack.set(key, hypothesis)
}

function best(stack: ReadonlyMap<string | number, Hypothesis>, most: number): readonly Hypothesis[] {
  return [...stack.values()].sort((a, b) => b.estimate - a.estimate).slice(0, most)
}

function derivation(last: Hypothesis): Derivation {
  const options: TranslationOption[] = []
  for (let at: Hypothesis | undefined = last; at?.option !== undefined; at = at.previous)
    options.push(at.option)
  return { options: options.reverse(), score: last.score, language: last.language }
}

/** The best that each run may still bring: the best cover by options, each with the language model on its own. */
function futureScores(
  length: number,
  options: readonly TranslationOption[],
  language: InterpolatedLanguage,
  weights: Weights,
): (from: number, to: number) => number {
  const width = length + 1
  const scores = new Float64Array(width * width).fill(Number.NEGATIVE_INFINITY)
  for (const option of options) {
    let own = 0
    let base = 0
    let sum = 0
    for (const word of option.words) {
      language.advance(own, base, word)
      own = language.own
      base = language.base
      sum += language.score
    }
    const at = option.from * width + option.to
    scores[at] = Math.max(scores[at] as number, option.score + weights.language * sum)
  }
  for (let from = length - 1; from >= 0; from--) {
    for (let to = from + 2; to <= length; to++) {
      let most = scores[from * width + to] as number
      for (let middle = from + 1; middle < to; middle++) {
        most = Math.max(
          most,
          (scores[from * width + middle] as number) + (scores[middle * width + to] as number),
        )
      }
      scores[from * width + to] = most
    }
  }
  return (from, to) => (from >= to ? 0 : (scores[from * width + to] as number))
}
