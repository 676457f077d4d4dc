import type { Glossary, Locale, Pattern, Role } from '../../model.ts'
import type { Adaptation } from './adaptation/adaptation.ts'
import type { BaseModel } from './base/base-model.ts'
import { type ConfidenceSigns, confidence } from './decoding/confidence.ts'
import { constrainOptions } from './decoding/constrain-options.ts'
import { type Derivation, decode } from './decoding/decode.ts'
import { ADAPTED_WEIGHTS, BASE_WEIGHTS, OWN_LANGUAGE } from './decoding/draft-weights.ts'
import { createInterpolatedLanguage } from './decoding/interpolated-language.ts'
import { createMarkBalance } from './decoding/mark-balance.ts'
import { createNameTest } from './decoding/name-test.ts'
import { createPhraseTable } from './decoding/phrase-table.ts'
import { readSigns } from './decoding/read-signs.ts'
import { swapRules } from './decoding/swap-rules.ts'
import type { OptionPart, Weights } from './decoding/translation-option.ts'
import { translationOptions } from './decoding/translation-options.ts'
import { agreeArticles } from './rendering/agree-articles.ts'
import { draftPieces } from './rendering/draft-pieces.ts'
import { placeCodes } from './rendering/place-codes.ts'
import { recasePieces } from './rendering/recase-pieces.ts'
import { renderPieces } from './rendering/render-pieces.ts'
import { createSimilarWords } from './statistics/similar-words.ts'
import { createSwapModel } from './statistics/swap-model.ts'
import { bindSource } from './tokens/bind-source.ts'
import { type BoundTerm, createTermFinder } from './tokens/bind-terms.ts'
import type { BoundToken } from './tokens/bound-text.ts'
import { findCognate } from './tokens/find-cognate.ts'
import { UNKNOWN_WORD } from './tokens/special-words.ts'
import { tokenisePattern } from './tokens/tokenise-pattern.ts'

/** A draft of one text. */
interface Draft {
  readonly pattern: Pattern
  /** Expected quality, 0 to 100. */
  readonly score: number
  /** Source words that no model knows, as written: left as they are, or guessed from a known form. */
  readonly unknownWords: readonly string[]
  /** What the score was made from. */
  readonly signs: ConfidenceSigns
}

export interface DraftTranslator {
  translate(pattern: Pattern, role: Role, glossary: Glossary): Draft
  /** The best drafts by the model's score, best first, with how each was made: for tuning. */
  alternatives(pattern: Pattern, role: Role, glossary: Glossary, most: number): readonly Alternative[]
}

export interface Alternative {
  readonly pattern: Pattern
  /** One for each part of a long text. */
  readonly derivations: readonly Derivation[]
}

export interface DraftModels {
  readonly base?: BaseModel
  readonly adaptation?: Adaptation
}

export interface DraftTuning {
  readonly weights?: Weights
  readonly ownLanguage?: number
  readonly beam?: number
}

/** Hypotheses kept for each number of source words. */
const BEAM = 30
/** A word that is translated by itself so often is a word of both languages. */
const SHARED = 0.4
/** Texts are searched in parts of so many words at most: the search stays linear. */
const MAX_PART = 60

/** A pattern of more texts and codes is no sentence; it is left as it is. */
const MAX_ITEMS = 400

/**
 * Puts models together as a function that drafts one text.
 *
 * @param models a base model, an adaptation, or both; an adaptation continues the base model it was trained on
 */
export function createDraftTranslator(models: DraftModels, tuning: DraftTuning = {}): DraftTranslator {
  const { base, adaptation } = models
  const known = adaptation ?? base
  if (known === undefined) throw new TypeError('A draft needs a base model or an adaptation.')
  const { sourceVocabulary, targetVocabulary, forward, backward, source, target } = known
  const cognateOf = (form: string): string | undefined =>
    findCognate(form, { source, target }, word => targetVocabulary.find(word) >= 0)
  const table = createPhraseTable({
    forward,
    backward,
    similar: form => similar(form),
    cognate: form => targetVocabulary.find(cognateOf(form) ?? ''),
    isBalanced: createMarkBalance(sourceVocabulary, targetVocabulary),
    ...(adaptation === undefined ? {} : { own: adaptation.phrases }),
    ...(base === undefined ? {} : { base: base.phrases }),
  })
  const similar = createSimilarWords(sourceVocabulary, table.isUsable)
  const isKnown = (form: string): boolean => {
    const word = sourceVocabulary.find(form)
    return word >= (base?.sourceVocabulary.size ?? 0) || (word >= 0 && table.isUsable(word))
  }
  const isShared = (form: string): boolean => {
    const here = sourceVocabulary.find(form)
    const there = targetVocabulary.find(form)
    return here >= 0 && there >= 0 && forward.probability(here, there) >= SHARED
  }
  const swaps = adaptation?.swaps ?? createSwapModel(sourceVocabulary)
  if (adaptation === undefined) for (const count of base?.swaps ?? []) swaps.add(count)
  const rules = swapRules(source)
  const language = createInterpolatedLanguage(
    adaptation?.language,
    base?.language,
    base?.targetVocabulary.size ?? 0,
    tuning.ownLanguage ?? OWN_LANGUAGE,
  )
  const weights = tuning.weights ?? (adaptation === undefined ? BASE_WEIGHTS : ADAPTED_WEIGHTS)
  const beam = tuning.beam ?? BEAM
  const finders = new WeakMap<Glossary, (text: readonly BoundToken[]) => readonly BoundTerm[]>()
  const findTerms = (glossary: Glossary, text: readonly BoundToken[]): readonly BoundTerm[] => {
    const finder = finders.get(glossary) ?? createTermFinder(glossary, { source, target })
    finders.set(glossary, finder)
    return finder(text)
  }

  const search = (text: readonly BoundToken[], glossary: Glossary, most: number): readonly Derivation[] => {
    const words = Int32Array.from(text, token => knownWord(sourceVocabulary.find(token.form)))
    const options = translationOptions(text, words, table, swaps, rules, language, weights)
    const terms = findTerms(glossary, text)
    const bound =
      terms.length === 0 ? options : constrainOptions(options, terms, targetVocabulary, language, weights)
    return decode(text.length, bound, language, weights, { beam: Math.max(beam, most), best: most })
  }

  /** The source words of each word of a phrase: as its pair was aligned, or by the likeliest word. */
  const linksOf = (
    { from, to, phrase }: OptionPart,
    text: readonly BoundToken[],
  ): readonly (readonly number[])[] => {
    if (phrase.links !== undefined) return phrase.links.map(linked => linked.map(at => at + from))
    if (to - from === 1) return Array.from(phrase.words, () => [from])
    return Array.from(phrase.words, word => {
      let best = -1
      let most = 1e-3
      for (let at = from; at < to; at++) {
        const probability = forward.probability(sourceVocabulary.find(text[at]?.form ?? ''), word)
        if (probability <= most) continue
        most = probability
        best = at
      }
      return best < 0 ? [] : [best]
    })
  }

  /** The best texts, by parts; of a text in several parts, the best alone. */
  const draftsOf = (pattern: Pattern, role: Role, glossary: Glossary, most: number) => {
    const tokenised = tokenisePattern(pattern, source)
    const { tokens, marks } = tokenised
    const isName = createNameTest(tokenised, {
      locale: source,
      names: adaptation?.names,
      isKnown,
      isFormOfKnown: form => similar(form) >= 0,
      isShared,
    })
    const text = bindSource(tokens, isName)
    const ranges = partsOf(text)
    const found = ranges.map(({ from, to }) =>
      search(text.slice(from, to), glossary, ranges.length > 1 ? 1 : most),
    )
    const isTitle = adaptation === undefined ? isTitleByHabit(role, target) : adaptation.titleCase(role)
    return Array.from({ length: Math.max(1, ...found.map(list => list.length)) }, (_, rank) => {
      const derivations = found.flatMap(list => list[rank] ?? [])
      const pieces = derivations.flatMap((derivation, i) => {
        const own = text.slice(ranges[i]?.from, ranges[i]?.to)
        return derivation.options.flatMap(option =>
          option.parts.flatMap(part => draftPieces(part, own, linksOf(part, own), targetVocabulary.word)),
        )
      })
      const cased = agreeArticles(recasePieces(pieces, tokens, text, isTitle), target)
      return {
        text,
        ranges,
        derivations,
        pattern: renderPieces(cased, placeCodes(marks, tokens.length, cased)),
      }
    })
  }

  return {
    translate(pattern, role, glossary) {
      if (pattern.length > MAX_ITEMS) return { pattern, score: 0, unknownWords: [], signs: readSigns([]) }
      const [best] = draftsOf(pattern, role, glossary, 1)
      if (best === undefined) throw new RangeError('A search found nothing.')
      const signs = readSigns(best.derivations)
      const unknownWords = best.derivations.flatMap((derivation, i) =>
        derivation.options
          .flatMap(option => option.parts)
          .filter(part => part.phrase.unknown)
          .map(part => best.text[(best.ranges[i]?.from ?? 0) + part.from]?.surface ?? ''),
      )
      return { pattern: best.pattern, score: confidence(signs), unknownWords, signs }
    },
    alternatives: (pattern, role, glossary, most) => draftsOf(pattern, role, glossary, most),
  }
}

/** Without pages to learn the habit from: English headings and titles are in title case. */
function isTitleByHabit(role: Role, target: Locale): boolean {
  return target.startsWith('en') && (role === 'heading' || role === 'frontMatter')
}

function knownWord(word: number): number {
  return word < 0 ? UNKNOWN_WORD : word
}

/** Cuts a long text after a mark, or anywhere when it has none. */
function partsOf(text: readonly BoundToken[]): readonly { readonly from: number; readonly to: number }[] {
  const out: { from: number; to: number }[] = []
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + MAX_PART)
    if (to < text.length) {
      for (let i = to; i > from + MAX_PART / 2; i--) {
        if (/^[.,;:!?]$/u.test(text[i - 1]?.surface ?? '')) {
          to = i
          break
        }
      }
    }
    out.push({ from, to })
    from = to
  }
  return out
}
