import type { Locale } from '../../model.ts'
import { foldWord } from './bind-source.ts'
import type { NameTest } from './bound-text.ts'
import type { TokenisedText } from './draft-token.ts'
import type { NameCounts } from './prepare-pairs.ts'
import { startsSentence } from './truecaser.ts'

/** Languages that write every noun with a capital: there it makes no name. */
const CAPITAL_NOUNS = /^(?:de|lb)\b/u

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
}

/**
 * Tells names from words in a text to translate: a capitalised word is a name when pairs showed it as one, when no model
 * knows it as a word, or when it stands inside a sentence, beside another such word or where pairs never had it in lower
 * case: `Store Factory` is no factory.
 */
export function createNameTest({ tokens, marks }: TokenisedText, options: NameTestOptions): NameTest {
  const { names, isKnown, isFormOfKnown } = options
  const isShouted = !tokens.some(token => token.code === undefined && /\p{Ll}/u.test(token.surface))
  const capitalsTell = !isShouted && !CAPITAL_NOUNS.test(options.locale)
  /** The text of a link or an emphasis may be a title, and begin like a sentence. */
  const starts = new Set(marks.flatMap(({ code, at }) => (code.form === 'open' ? [at] : [])))

  const isCapitalised = (index: number): boolean => {
    const token = tokens[index]
    return token?.code === undefined && /^\p{Lu}[\p{L}\p{N}]*\p{Ll}/u.test(token?.surface ?? '')
  }
  const isStart = (index: number): boolean => starts.has(index) || startsSentence(tokens, index)
  const isInside = (index: number): boolean => isCapitalised(index) && !isStart(index)
  const isWrittenAsName = (index: number, isNew: boolean): boolean =>
    isInside(index) && (isNew || isInside(index - 1) || isInside(index + 1))

  return (token, index) => {
    const form = foldWord(token.surface)
    const named = names?.named.get(token.surface) ?? 0
    const lower = names?.lower.get(form) ?? 0
    if (named > 0) return named >= 0.5 * lower
    if (capitalsTell && isWrittenAsName(index, lower === 0)) return true
    if (isKnown(form)) return false
    return !(isShouted || startsSentence(tokens, index)) || !isFormOfKnown(form)
  }
}
