import type { BoundToken } from '../tokens/bound-text.ts'
import type { DraftToken } from '../tokens/draft-token.ts'
import { isOpeningMark } from '../tokens/is-opening-mark.ts'
import { capitalise, titleWord } from './recase.ts'
import type { TargetPiece } from './target-piece.ts'

/**
 * Gives pieces the capitals that their place asks for: at the start of sentences where the source has them, or of every
 * word of weight in a title.
 *
 * @param isTitle whether texts like this one are written in title case
 */
export function recasePieces(
  pieces: readonly TargetPiece[],
  tokens: readonly DraftToken[],
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
  const first = text.find(token => token.slot !== undefined || !isOpeningMark(token.surface))
  const isCapital = first !== undefined && first.slot?.code === undefined && /^\p{Lu}/u.test(first.surface)
  // Until something was written that can't start a sentence, the next word may.
  let starts: boolean = isCapital
  return pieces.map(piece => {
    const cased = starts && !piece.isSlot ? { ...piece, text: capitalise(piece.text) } : piece
    if (piece.code === undefined && /^[.!?]+$/u.test(piece.text)) starts = true
    else if (piece.isSlot || !isOpeningMark(piece.text)) starts = false
    return cased
  })
}
