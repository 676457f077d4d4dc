import { foldWord } from './bind-source.ts'
import type { NameTest } from './bound-text.ts'
import type { DraftToken } from './draft-token.ts'
import type { NameCounts } from './prepare-pairs.ts'
import { startsSentence } from './truecaser.ts'

/**
 * Tells names from words in a text to translate: a capitalised word is a name when pairs showed it as one, or when no
 * model knows it as a word.
 *
 * @param isKnown whether a model can translate the lower-case form
 * @param isFormOfKnown whether it looks like a form of a known word; asked at the start of a sentence, where any word
 * is capitalised
 */
export function createNameTest(
  tokens: readonly DraftToken[],
  names: NameCounts | undefined,
  isKnown: (form: string) => boolean,
  isFormOfKnown: (form: string) => boolean,
): NameTest {
  const isShouted = !tokens.some(token => token.code === undefined && /\p{Ll}/u.test(token.surface))
  return (token, index) => {
    const form = foldWord(token.surface)
    const named = names?.named.get(token.surface) ?? 0
    if (named > 0) return named >= 0.5 * (names?.lower.get(form) ?? 0)
    if (isKnown(form)) return false
    return !(isShouted || startsSentence(tokens, index)) || !isFormOfKnown(form)
  }
}
