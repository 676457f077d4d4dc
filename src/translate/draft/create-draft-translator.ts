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
import { createInterpolatedLanguage } from './interpolated-language.ts'
import { createNameTest } from './name-test.ts'
import { placeCodes } from './place-codes.ts'
import { capitalise, titleWord } from './recase.ts'
import { renderPieces } from './render-pieces.ts'
import { createSimilarWords } from './similar-words.ts'
import { isSlotWord } from './special-words.ts'
import type { TargetPiece } from './target-piece.ts'
import { tokenisePattern } from './tokenise-pattern.ts'
import type { TranslationOption, Weights } from './translation-option.ts'
import { type OptionSources, translationOptions } from './translation-options.ts'

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
  readonly reach?: number
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
  const own = adaptation?.phrases
  const isUsable = (word: number): boolean => {
    const one = Int32Array.of(word)
    return (
      (own?.phrasesAt(one, 0, 1)[0]?.candidates.length ?? 0) > 0 ||
      (base?.phrasesAt(one, 0)[0]?.length ?? 0) > 0
    )
  }
  const isKnown = (form: string): boolean => {
    const word = sourceVocabulary.find(form)
    return word >= 0 && isUsable(word)
  }
  const similar = createSimilarWords(sourceVocabulary, isUsable)
  const sources: OptionSources = {
    sourceVocabulary,
    targetVocabulary,
    forward,
    backward,
    similar,
    ...(own === undefined ? {} : { own }),
    ...(base === undefined ? {} : { base: base.phrasesAt }),
  }
  const language = createInterpolatedLanguage(
    adaptation?.language,
    base?.language,
    base?.targetVocabulary.size ?? 0,
    tuning.ownLanguage ?? OWN_LANGUAGE,
  )
  const weights = tuning.weights ?? (adaptation === undefined ? BASE_WEIGHTS : ADAPTED_WEIGHTS)
  const limits = { beam: tuning.beam ?? 40, reach: tuning.reach ?? 0, best: 1 }
  const finders = new WeakMap<Glossary, (text: readonly BoundToken[]) => readonly BoundTerm[]>()
  const findTerms = (glossary: Glossary, text: readonly BoundToken[]): readonly BoundTerm[] => {
    const finder = finders.get(glossary) ?? createTermFinder(glossary, { source, target })
    finders.set(glossary, finder)
    return finder(text)
  }

  const search = (text: readonly BoundToken[], glossary: Glossary): Derivation => {
    const words = Int32Array.from(text, token => sourceVocabulary.find(token.form))
    const options = translationOptions(text, words, sources, weights)
    const terms = findTerms(glossary, text)
    const bound = terms.length === 0 ? options : constrain(options, terms, targetVocabulary, weights)
    const [best] = decode(text.length, bound, language, weights, limits)
    return best ?? { options: [], score: 0, language: 0 }
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
      options.flatMap(option => optionPieces(option, text.slice(part.from, part.to), targetVocabulary.word)),
    )
    const cased = recase(pieces, tokens, text, adaptation?.titleCase(role) ?? false)
    const signs = readSigns(derivations)
    const unknownWords = derivations.flatMap(({ part, options }) =>
      options.filter(option => option.unknown).map(option => text[part.from + option.from]?.surface ?? ''),
    )
    return {
      pattern: renderPieces(cased, placeCodes(marks, tokens.length, cased)),
      score: confidence(signs),
      unknownWords,
      signs,
    }
  }
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
  vocabulary: { add(word: string): number; word(id: number): string },
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
  const own = terms.map(
    (term): TranslationOption => ({
      from: term.from,
      to: term.to,
      words: Int32Array.from(term.words, word => vocabulary.add(word)),
      slots: new Int32Array(term.words.length).fill(-1),
      unknown: false,
      adapted: true,
      score: weights.words * term.words.length + weights.phrases,
    }),
  )
  return [...kept, ...own]
}

function optionPieces(
  option: TranslationOption,
  text: readonly BoundToken[],
  wordOf: (id: number) => string,
): readonly TargetPiece[] {
  const isShouted = text.slice(option.from, option.to).every(token => isShout(token))
  return Array.from(option.words, (word, i): TargetPiece => {
    const slotAt = option.slots[i] as number
    const linked = option.links?.[i] ?? []
    const bound =
      slotAt >= 0 ? [slotAt] : linked.length > 0 ? linked : option.to - option.from === 1 ? [option.from] : []
    const places = bound.flatMap(at => tokenPlaces(text[at]))
    if (slotAt >= 0 && isSlotWord(word)) return slotPiece(text, slotAt, places)
    const form = option.literal ?? wordOf(word)
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

/** A word all in capitals that isn't an abbreviation kept as a name. */
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
    for (const option of derivation.options) {
      const span = option.to - option.from
      length += span
      phrases++
      words += option.words.length
      model += option.score
      if (option.adapted) own += span
      if (option.adapted && span >= 4) ownLong += span
      if (option.unknown) unknown += span
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
