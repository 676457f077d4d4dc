import type { Glossary, Pattern, Role } from '../../model.ts'
import type { Adaptation } from './adaptation.ts'
import type { BaseModel } from './base-model.ts'
import { bindSource } from './bind-source.ts'
import { JOINER } from './bind-target.ts'
import { type BoundTerm, createTermFinder } from './bind-terms.ts'
import type { BoundToken } from './bound-text.ts'
import { type ConfidenceSigns, confidence } from './confidence.ts'
import { type Derivation, decode } from './decode.ts'
import { ADAPTED_WEIGHTS, BASE_WEIGHTS, OWN_LANGUAGE } from './draft-weights.ts'
import { createInterpolatedLanguage, type InterpolatedLanguage } from './interpolated-language.ts'
import { createNameTest } from './name-test.ts'
import { createPhraseTable } from './phrase-table.ts'
import { placeCodes } from './place-codes.ts'
import { capitalise, titleWord } from './recase.ts'
import { renderPieces } from './render-pieces.ts'
import { createSimilarWords } from './similar-words.ts'
import { isSlotWord, UNKNOWN_WORD } from './special-words.ts'
import { createSwapModel } from './swap-model.ts'
import type { TargetPiece } from './target-piece.ts'
import { tokenisePattern } from './tokenise-pattern.ts'
import {
  FEATURES,
  type OptionPart,
  type PhraseOption,
  type TranslationOption,
  type Weights,
} from './translation-option.ts'
import { makeOption, translationOptions } from './translation-options.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A draft of one text. */
export interface Draft {
  readonly pattern: Pattern
  /** Expected quality, 0 to 100. */
  readonly score: number
  /** Source words that no model knows, as written: left as they are, or guessed from a known form. */
  readonly unknownWords: readonly string[]
  /** What the score was made from. */
  readonly signs: ConfidenceSigns
}

export type DraftTranslator = (pattern: Pattern, role: Role, glossary: Glossary) => Draft

export interface DraftModels {
  readonly base?: BaseModel
  readonly adaptation?: Adaptation
}

export interface DraftTuning {
  readonly weights?: Weights
  readonly ownLanguage?: number
  readonly beam?: number
}

/** Texts are searched in parts of so many words at most: the search stays linear. */
const MAX_PART = 60

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
  const table = createPhraseTable({
    forward,
    backward,
    similar: form => similar(form),
    ...(adaptation === undefined ? {} : { own: adaptation.phrases }),
    ...(base === undefined ? {} : { base: base.phrases }),
  })
  const similar = createSimilarWords(sourceVocabulary, table.isUsable)
  const isKnown = (form: string): boolean => {
    const word = sourceVocabulary.find(form)
    return word >= 0 && table.isUsable(word)
  }
  const swaps = adaptation?.swaps ?? createSwapModel(sourceVocabulary)
  if (adaptation === undefined) for (const count of base?.swaps ?? []) swaps.add(count)
  const language = createInterpolatedLanguage(
    adaptation?.language,
    base?.language,
    base?.targetVocabulary.size ?? 0,
    tuning.ownLanguage ?? OWN_LANGUAGE,
  )
  const weights = tuning.weights ?? (adaptation === undefined ? BASE_WEIGHTS : ADAPTED_WEIGHTS)
  const limits = { beam: tuning.beam ?? 30, best: 1 }
  const finders = new WeakMap<Glossary, (text: readonly BoundToken[]) => readonly BoundTerm[]>()
  const findTerms = (glossary: Glossary, text: readonly BoundToken[]): readonly BoundTerm[] => {
    const finder = finders.get(glossary) ?? createTermFinder(glossary, { source, target })
    finders.set(glossary, finder)
    return finder(text)
  }

  const search = (text: readonly BoundToken[], glossary: Glossary): Derivation => {
    const words = Int32Array.from(text, token => knownWord(sourceVocabulary.find(token.form)))
    const options = translationOptions(text, words, table, swaps, language, weights)
    const terms = findTerms(glossary, text)
    const bound =
      terms.length === 0 ? options : constrain(options, terms, targetVocabulary, language, weights)
    const [best] = decode(text.length, bound, language, weights, limits)
    return best ?? { options: [], score: 0, language: 0 }
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

  return (pattern, role, glossary) => {
    const { tokens, marks } = tokenisePattern(pattern, source)
    const isName = createNameTest(tokens, adaptation?.names, isKnown, form => similar(form) >= 0)
    const text = bindSource(tokens, isName)
    const derivations = parts(text).map(part => ({
      part,
      ...search(text.slice(part.from, part.to), glossary),
    }))
    const pieces = derivations.flatMap(({ part, options }) =>
      options.flatMap(option =>
        option.parts.flatMap(item => {
          const own = text.slice(part.from, part.to)
          return partPieces(item, own, linksOf(item, own), targetVocabulary.word)
        }),
      ),
    )
    const cased = recase(pieces, tokens, text, adaptation?.titleCase(role) ?? false)
    const signs = readSigns(derivations)
    const unknownWords = derivations.flatMap(({ part, options }) =>
      options
        .flatMap(option => option.parts)
        .filter(item => item.phrase.unknown)
        .map(item => text[part.from + item.from]?.surface ?? ''),
    )
    return {
      pattern: renderPieces(cased, placeCodes(marks, tokens.length, cased)),
      score: confidence(signs),
      unknownWords,
      signs,
    }
  }
}

function knownWord(word: number): number {
  return word < 0 ? UNKNOWN_WORD : word
}

/** Cuts a long text after a mark, or anywhere when it has none. */
function parts(text: readonly BoundToken[]): readonly { readonly from: number; readonly to: number }[] {
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

/** Leaves only options that say a term as the glossary does, and adds the term itself. */
function constrain(
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

function partPieces(
  part: OptionPart,
  text: readonly BoundToken[],
  links: readonly (readonly number[])[],
  wordOf: (id: number) => string,
): readonly TargetPiece[] {
  const { from, to, phrase } = part
  const isShouted = isShoutedRun(text, from, to)
  return Array.from(phrase.words, (word, i): TargetPiece => {
    const slot = phrase.slots[i] as number
    const slotAt = slot < 0 ? -1 : slot + from
    const bound = slotAt >= 0 ? [slotAt] : (links[i] ?? [])
    const places = bound.flatMap(at => tokenPlaces(text[at]))
    if (slotAt >= 0 && isSlotWord(word)) return slotPiece(text, slotAt, places)
    const form = part.literal ?? wordOf(word)
    const plain = form.replaceAll(JOINER, '')
    return {
      text: isShouted ? plain.toUpperCase() : plain,
      spaceBefore: !form.startsWith(JOINER),
      spaceAfter: !form.endsWith(JOINER),
      sources: places,
      isSlot: false,
    }
  })
}

function tokenPlaces(token: BoundToken | undefined): readonly number[] {
  if (token === undefined) return []
  return Array.from({ length: token.to - token.from }, (_, i) => token.from + i)
}

function slotPiece(text: readonly BoundToken[], at: number, sources: readonly number[]): TargetPiece {
  const token = text[at] as BoundToken
  const { slot } = token
  const after = text[at + 1]
  // Between two slots nothing but the source tells whether a space stands there.
  const gluedBefore = token.glued && text[at - 1]?.slot !== undefined
  const gluedAfter = after?.glued === true && after.slot !== undefined
  const surface = slot?.kind === 'number' ? token.surface.replace(/(\d),(\d)/gu, '$1.$2') : token.surface
  return {
    text: slot?.code === undefined ? surface : '',
    ...(slot?.code === undefined ? {} : { code: slot.code }),
    spaceBefore: !gluedBefore,
    spaceAfter: !gluedAfter,
    sources,
    isSlot: true,
  }
}

/** Capitals for emphasis: a long word, or several; a short one alone is an abbreviation (`TVA`). */
function isShoutedRun(text: readonly BoundToken[], from: number, to: number): boolean {
  if (!text.slice(from, to).every(isShout)) return false
  const isNear = [text[from - 1], text[to]].some(token => token !== undefined && isShout(token))
  return isNear || to - from > 1 || (text[from]?.surface.length ?? 0) > 6
}

function isShout(token: BoundToken): boolean {
  return token.slot === undefined && /^\p{Lu}[\p{Lu}'’-]+$/u.test(token.surface)
}

function recase(
  pieces: readonly TargetPiece[],
  tokens: readonly { readonly surface: string; readonly code?: unknown }[],
  text: readonly BoundToken[],
  isTitle: boolean,
): readonly TargetPiece[] {
  const last = tokens.at(-1)?.surface ?? ''
  if (isTitle && !/^[.!:;]$/u.test(last)) {
    return pieces.map((piece, i) => {
      if (piece.isSlot) return piece
      const before = pieces[i - 1]?.text ?? ''
      return { ...piece, text: titleWord(piece.text, i === 0 || /^[:–—|]$/u.test(before)) }
    })
  }
  const first = text[0]
  const isCapital = first !== undefined && first.slot?.code === undefined && /^\p{Lu}/u.test(first.surface)
  // Until something was written that can't start a sentence, the next word may.
  let starts: boolean = isCapital
  return pieces.map(piece => {
    const cased = starts && !piece.isSlot ? { ...piece, text: capitalise(piece.text) } : piece
    if (piece.code === undefined && /^[.!?]+$/u.test(piece.text)) starts = true
    else if (piece.isSlot || !/^["'“”«»(*–—•-]+$/u.test(piece.text)) starts = false
    return cased
  })
}

function readSigns(derivations: readonly Derivation[]): ConfidenceSigns {
  let length = 0
  let phrases = 0
  let own = 0
  let ownLong = 0
  let unknown = 0
  let words = 0
  let language = 0
  let model = 0
  for (const derivation of derivations) {
    language += derivation.language
    for (const option of derivation.options) model += option.score
    for (const part of derivation.options.flatMap(option => option.parts)) {
      const span = part.to - part.from
      length += span
      phrases++
      words += part.phrase.words.length
      if (part.phrase.adapted) own += span
      if (part.phrase.adapted && span >= 4) ownLong += span
      if (part.phrase.unknown) unknown += span
    }
  }
  const whole = Math.max(1, length)
  return {
    length: whole,
    phraseLength: whole / Math.max(1, phrases),
    own: own / whole,
    ownLong: ownLong / whole,
    unknown: unknown / whole,
    language: language / Math.max(1, words + 1),
    model: model / whole,
  }
}
