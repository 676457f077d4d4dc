import type { DraftToken } from '../tokens/draft-token.ts'
import { isOpeningMark } from '../tokens/is-opening-mark.ts'

/** How often each spelling of a word was seen inside sentences, by its lower-case form. */
export type Spellings = Map<string, Map<string, number>>

/** Knows how a word is written inside a sentence. */
export interface Truecaser {
  /** Takes in a sentence of the target language. */
  learn(tokens: readonly DraftToken[]): void
  /** The usual spelling of a word, whatever its case here. */
  usual(surface: string): string
  /**
   * The sentence's words with the capitals taken off that its place gave them: at its start, in a heading in title
   * case, in a run of words all in capitals.
   */
  truecase(tokens: readonly DraftToken[]): readonly string[]
}

/**
 * @param fallback the usual spelling of a word never met, by its lower-case form
 * @param spellings what was learned before; it is added to
 */
export function createTruecaser(
  fallback?: (lower: string) => string | undefined,
  spellings: Spellings = new Map(),
): Truecaser {
  const usual = (surface: string): string => {
    const lower = surface.toLowerCase()
    const known = spellings.get(lower)
    if (known === undefined) return fallback?.(lower) ?? (isShout(surface) ? surface : lower)
    let best = lower
    let most = 0
    for (const [spelling, count] of known) {
      if (count > most || (count === most && spelling === lower)) {
        best = spelling
        most = count
      }
    }
    return best
  }
  return {
    learn(tokens) {
      if (isTitleCase(tokens) || isShouted(tokens)) return
      for (let i = 0; i < tokens.length; i++) {
        const { surface, code } = tokens[i] as DraftToken
        if (code !== undefined || !/\p{L}/u.test(surface) || startsSentence(tokens, i)) continue
        const lower = surface.toLowerCase()
        const known = spellings.get(lower) ?? new Map<string, number>()
        spellings.set(lower, known.set(surface, (known.get(surface) ?? 0) + 1))
      }
    },
    usual,
    truecase(tokens) {
      const everywhere = isTitleCase(tokens) || isShouted(tokens)
      return tokens.map((token, i) => {
        if (token.code !== undefined || !/\p{L}/u.test(token.surface)) return token.surface
        const inShout = isShout(token.surface) && (shoutAt(tokens, i - 1) || shoutAt(tokens, i + 1))
        if (everywhere || inShout || startsSentence(tokens, i)) {
          return inShout ? usual(token.surface.toLowerCase()) : usual(token.surface)
        }
        return token.surface
      })
    },
  }
}

/** Whether a word starts a sentence: the first, or one after a full stop, question or exclamation mark. */
export function startsSentence(tokens: readonly DraftToken[], index: number): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const surface = tokens[i]?.surface ?? ''
    if (tokens[i]?.code !== undefined) return false
    if (/^[.!?]+$/u.test(surface)) return true
    if (!isOpeningMark(surface)) return false
  }
  return true
}

/**
 * Whether a sentence is a heading in title case: all its long words are capitalised, and one of them at least is not
 * the first.
 */
export function isTitleCase(tokens: readonly DraftToken[]): boolean {
  let long = 0
  let capitals = 0
  for (let i = 1; i < tokens.length; i++) {
    const { surface, code } = tokens[i] as DraftToken
    if (code !== undefined || !/^\p{L}{4}/u.test(surface)) continue
    long++
    if (/^\p{Lu}/u.test(surface)) capitals++
  }
  return long > 0 && capitals >= long * 0.8
}

function isShout(surface: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}'’_-]+$/u.test(surface)
}

function shoutAt(tokens: readonly DraftToken[], index: number): boolean {
  return isShout(tokens[index]?.surface ?? '')
}

function isShouted(tokens: readonly DraftToken[]): boolean {
  const words = tokens.filter(token => token.code === undefined && /\p{L}{2}/u.test(token.surface))
  return words.length > 1 && words.every(token => isShout(token.surface))
}
