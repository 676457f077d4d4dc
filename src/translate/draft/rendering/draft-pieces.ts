import type { OptionPart } from '../decoding/translation-option.ts'
import { JOINER } from '../tokens/bind-target.ts'
import type { BoundToken } from '../tokens/bound-text.ts'
import { isSlotWord } from '../tokens/special-words.ts'
import type { TargetPiece } from './target-piece.ts'

/**
 * The words of one phrase as pieces of the target text.
 *
 * @param links for each word the source positions it translates
 * @param wordOf a word's form by its number
 */
export function draftPieces(
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
    const linked = slotAt >= 0 ? [slotAt] : (links[i] ?? [])
    const isGuess = linked.length === 0
    const bound = isGuess ? Array.from({ length: to - from }, (_, k) => from + k) : linked
    const places = bound.flatMap(at => tokenPlaces(text[at]))
    if (slotAt >= 0 && isSlotWord(word)) return slotPiece(text, slotAt, places)
    const form = part.literal ?? wordOf(word)
    const plain = form.replaceAll(JOINER, '')
    return {
      text: isShouted ? plain.toUpperCase() : plain,
      spaceBefore: !form.startsWith(JOINER),
      spaceAfter: !form.endsWith(JOINER),
      sources: places,
      isGuess,
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
    isGuess: false,
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
