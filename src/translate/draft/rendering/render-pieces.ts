import type { Code, Pattern } from '../../../model.ts'
import type { PlacedPair } from './place-codes.ts'
import type { TargetPiece } from './target-piece.ts'

/**
 * Writes pieces as a pattern: spaces where both neighbours want one, outside of paired codes.
 */
export function renderPieces(pieces: readonly TargetPiece[], pairs: readonly PlacedPair[]): Pattern {
  const out: (string | Code)[] = []
  const write = (item: string | Code): void => {
    if (item === '') return
    const last = out.at(-1)
    if (typeof item === 'string' && typeof last === 'string') out[out.length - 1] = last + item
    else out.push(item)
  }
  const opening = (at: number) =>
    pairs.filter(pair => pair.from === at && pair.to > at).sort((a, b) => b.to - a.to || order(pairs, a, b))
  const closing = (at: number) =>
    pairs
      .filter(pair => pair.to === at && pair.from < at)
      .sort((a, b) => b.from - a.from || order(pairs, b, a))
  const empty = (at: number) => pairs.filter(pair => pair.from === at && pair.to === at)
  for (let i = 0; i <= pieces.length; i++) {
    for (const pair of closing(i)) write(pair.close)
    for (const pair of empty(i)) {
      write(pair.open)
      write(pair.close)
    }
    const piece = pieces[i]
    if (piece === undefined) break
    const before = pieces[i - 1]
    if (before?.spaceAfter === true && piece.spaceBefore) write(' ')
    for (const pair of opening(i)) write(pair.open)
    write(piece.code ?? piece.text)
  }
  return out
}

/** Outer pairs come first in the list. */
function order(pairs: readonly PlacedPair[], a: PlacedPair, b: PlacedPair): number {
  return pairs.indexOf(a) - pairs.indexOf(b)
}
