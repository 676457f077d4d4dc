import type { Locale } from '../../../model.ts'
import type { NameCounts } from '../adaptation/prepare-pairs.ts'
import { startsSentence } from '../statistics/truecaser.ts'
import { foldWord } from '../tokens/bind-source.ts'
import type { NameTest } from '../tokens/bound-text.ts'
import type { TokenisedText } from '../tokens/draft-token.ts'

/** Languages that write every noun with a capital: there it makes no name. */
const CAPITAL_NOUNS = /^(?:de|lb)\b/u

/** `Store`; and `POS`, or an initial. */
const CAPITALISED = /^\p{Lu}[\p{L}\p{N}]*\p{Ll}/u
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]*$/u

export interface NameTestOptions {
  /** The language of the text. */
  readonly locale: Locale
  /** What pairs showed. */
  readonly names: NameCounts | undefined
  /** Whether a model can translate the lower-case form. */
  readonly isKnown: (form: string) => boolean
  /**
   * Whether it looks like a form of a known word; asked at the start of a sentence, where any word is capitalised.
   */
  readonly isFormOfKnown: (form: string) => boolean
  /** Whether the other language has the word too and most often says it so: `store` is no French word. */
  readonly isShared: (form: string) => boolean
}

/** `RapidBar`, `PixelHQ`. */
const MIXED = /\p{Ll}\p{N}*\p{Lu}/u

/**
 * Tells names from words in a text to translate: a capitalised word is a name when pairs showed it as one, when no model
 * knows it as a word, or when it stands inside a sentence, beside another such word or where pairs never had it in lower
 * case: `Store Factory` is no factory. What stands before such a word at the start of a sentence belongs to it when it is
 * a word of both languages, or of none; initials and acronyms beside it belong to it too.
 */
export function createNameTest({ tokens, marks }: TokenisedText, options: NameTestOptions): NameTest {
  const { names, isKnown, isFormOfKnown, isShared } = options
  const isShouted = !tokens.some(token => token.code === undefined && /\p{Ll}/u.test(token.surface))
  const capitalsTell = !isShouted && !CAPITAL_NOUNS.test(options.locale)
  /** The text of a link or an emphasis may be a title, and begin like a sentence. */
  const starts = new Set(marks.flatMap(({ code, at }) => (code.form === 'open' ? [at] : [])))

  const isStart = (index: number): boolean => starts.has(index) || startsSentence(tokens, index)
  const isInside = (index: number, shape: RegExp): boolean => {
    const token = tokens[index]
    return token !== undefined && token.code === undefined && shape.test(token.surface) && !isStart(index)
  }
  const isBeside = (index: number, shape: RegExp): boolean =>
    isInside(index - 1, shape) || isInside(index + 1, shape)
  const isWrittenAsName = (index: number, form: string, isNew: boolean): boolean => {
    if (isInside(index, CAPITALISED)) return isNew || isBeside(index, CAPITALISED) || isBeside(index, ACRONYM)
    if (isInside(index, ACRONYM)) return isBeside(index, CAPITALISED)
    return isStart(index) && isInside(index + 1, CAPITALISED) && (isShared(form) || !isKnown(form))
  }

  return (token, index) => {
    const form = foldWord(token.surface)
    const named = names?.named.get(token.surface) ?? 0
    const lower = names?.lower.get(form) ?? 0
    if (named > 0 && named >= 0.5 * lower) return true
    if (capitalsTell && isWrittenAsName(index, form, lower === 0)) return true
    if (isKnown(form)) return false
    if (MIXED.test(token.surface)) return true
    return !(isShouted || startsSentence(tokens, index)) || !isFormOfKnown(form)
  }
}
