import type { Unit } from '../../model.ts'

/** A piece of a unit to be written: a gap, or the segment of that number. */
export type PieceToWrite =
  | { readonly type: 'gap'; readonly raw: string }
  | { readonly type: 'segment'; readonly at: number }

/**
 * The pieces of a unit that are written when some of its segments are empty: one of the gaps beside an empty segment
 * goes with it, the one after it unless nothing comes there.
 *
 * @param isEmpty asked for the number of a segment within the unit
 */
export function piecesToWrite({ pieces }: Unit, isEmpty: (at: number) => boolean): readonly PieceToWrite[] {
  const written: PieceToWrite[] = []
  let at = 0
  let skipsGap = false
  for (const piece of pieces) {
    if (piece.type === 'gap') {
      if (!skipsGap) written.push({ type: 'gap', raw: piece.raw })
      continue
    }
    skipsGap = isEmpty(at)
    if (!skipsGap) written.push({ type: 'segment', at })
    at++
  }
  if (skipsGap) while (written.at(-1)?.type === 'gap') written.pop()
  return written
}
