import { isLinkWord, type SwapKind, type SwapModel } from '../statistics/swap-model.ts'
import type { BoundToken } from '../tokens/bound-text.ts'
import { UNKNOWN_WORD } from '../tokens/special-words.ts'
import type { InterpolatedLanguage } from './interpolated-language.ts'
import type { PhraseTable } from './phrase-table.ts'
import type { SwapRules } from './swap-rules.ts'
import {
  FEATURES,
  type OptionPart,
  type Swap,
  type TranslationOption,
  type Weights,
} from './translation-option.ts'

/** Options kept for one run. */
const MAX_OPTIONS = 16
/** Words of each run that may change places, options of each that are tried, and swaps kept for one run. */
const SWAP_WORDS = 4
const SWAP_TRIED = 4
const SWAP_KEPT = 5
/** Options of the right run that are tried and have changed places inside already: `plateforme de gestion de contenu`. */
const SWAP_NESTED = 2
/** Swaps less likely than this, as log odds, are not tried. */
const SWAP_ODDS = -3

/** Every way to translate every run of a text's words: phrases, and pairs of phrases that change places. */
export function translationOptions(
  text: readonly BoundToken[],
  words: Int32Array,
  table: PhraseTable,
  swaps: SwapModel,
  rules: SwapRules,
  language: InterpolatedLanguage,
  weights: Weights,
): readonly TranslationOption[] {
  const byRun: TranslationOption[][][] = []
  for (let from = 0; from < words.length; from++) {
    byRun.push(
      table.at(text, words, from).map((phrases, i) => {
        const to = from + i + 1
        const options = phrases.map(phrase => {
          const part: OptionPart = {
            from,
            to,
            phrase,
            ...(phrase.words[0] === UNKNOWN_WORD && phrase.words.length === 1
              ? { literal: text[from]?.surface ?? '' }
              : {}),
          }
          return makeOption(
            from,
            to,
            phrase.words,
            [part],
            weigh(phrase.features, weights),
            language,
            weights,
          )
        })
        return best(options, MAX_OPTIONS)
      }),
    )
  }
  return [...byRun.flat(2), ...swapOptions(text, words, byRun, swaps, rules, language, weights)]
}

function swapOptions(
  text: readonly BoundToken[],
  words: Int32Array,
  byRun: readonly (readonly (readonly TranslationOption[])[])[],
  swaps: SwapModel,
  rules: SwapRules,
  language: InterpolatedLanguage,
  weights: Weights,
): readonly TranslationOption[] {
  const isJoint = (at: number): boolean => rules.isJoint(text[at]?.form ?? '')
  /** Whether the left one of two runs may begin here. */
  const mayLead = (from: number, middle: number): boolean =>
    !isJoint(from) && (middle - from === 1 || !rules.isDeterminer(text[from]?.form ?? ''))
  const found = new Map<number, TranslationOption[]>()
  const swapped = (from: number, to: number): readonly TranslationOption[] =>
    found.get(from * POSITIONS + to) ?? []
  const join = (left: TranslationOption, right: TranslationOption, swap: Swap): void => {
    const said = new Int32Array(left.words.length + right.words.length)
    said.set(right.words)
    said.set(left.words, right.words.length)
    const parts = [...right.parts, ...left.parts]
    const bonus = weights.swapOdds * swap.odds + weights.swaps + (swap.drops ? weights.drops : 0)
    const score = left.score + right.score + bonus
    const made = makeOption(left.from, right.to, said, parts, score, language, weights)
    const option = { ...made, swaps: [swap, ...right.swaps] }
    const key = left.from * POSITIONS + right.to
    const rivals = found.get(key)
    if (rivals === undefined) found.set(key, [option])
    else rivals.push(option)
  }
  const meet = (kind: SwapKind, middle: number, start: number): void => {
    if (isJoint(middle - 1) || isJoint(middle) || isJoint(start)) return
    const odds = swaps.logOdds(kind, words[middle - 1] as number, words[start] as number)
    if (odds < SWAP_ODDS) return
    const swap = { odds, drops: kind === 'linked' }
    const rights = (byRun[start] ?? [])
      .slice(0, SWAP_WORDS)
      .flatMap((options, i) =>
        isJoint(start + i)
          ? []
          : [...options.slice(0, SWAP_TRIED), ...best(swapped(start, start + i + 1), SWAP_NESTED)],
      )
    for (let from = Math.max(0, middle - SWAP_WORDS); from < middle; from++) {
      if (!mayLead(from, middle)) continue
      const lefts = byRun[from]?.[middle - from - 1]?.slice(0, SWAP_TRIED) ?? []
      for (const left of lefts) for (const right of rights) join(left, right, swap)
    }
  }
  // From the right, so that what changed places inside of the right run is known.
  for (let middle = words.length - 1; middle > 0; middle--) {
    meet('adjacent', middle, middle)
    if (middle + 1 < words.length && isLinkWord(text[middle]?.form ?? '')) meet('linked', middle, middle + 1)
  }
  return [...found.values()].flatMap(options => best(options, SWAP_KEPT))
}

/** More than the words of one part of a text. */
const POSITIONS = 4096

/** The weighted sum of a phrase's features. */
function weigh(features: Float64Array, weights: Weights): number {
  let sum = 0
  for (let i = 0; i < FEATURES.length; i++) {
    const value = features[i] as number
    if (value !== 0) sum += value * weights[FEATURES[i] as (typeof FEATURES)[number]]
  }
  return sum
}

/** An option with its estimate. */
export function makeOption(
  from: number,
  to: number,
  words: Int32Array,
  parts: readonly OptionPart[],
  score: number,
  language: InterpolatedLanguage,
  weights: Weights,
): TranslationOption {
  let own = 0
  let base = 0
  let sum = 0
  for (const word of words) {
    language.advance(own, base, word)
    own = language.own
    base = language.base
    sum += language.score
  }
  return { from, to, words, parts, swaps: [], score, estimate: score + weights.language * sum }
}

function best(options: readonly TranslationOption[], most: number): TranslationOption[] {
  return [...options].sort((a, b) => b.estimate - a.estimate).slice(0, most)
}
