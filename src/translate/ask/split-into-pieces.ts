import type { Pattern } from '../../model.ts'

/** A part of a pattern: a text to be translated on its own, or something that stays as it is. */
export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'kept'; readonly item: Pattern[number] }

/**
 * Splits a pattern around its codes, so that no answer can lose one. White space at the ends of a text stays out of
 * it; a text without a letter is kept. Texts longer than `fits` takes are cut further: after a sentence, else after a
 * comma or the like, else between words. Joined again in order, the pieces are the pattern.
 *
 * @param fits Whether a text can be asked for on its own.
 * @returns Undefined when a text can't be made to fit: a word too long for any request.
 */
export function splitIntoPieces(
  pattern: Pattern,
  fits: (text: string) => boolean,
): readonly Piece[] | undefined {
  const pieces: Piece[] = []
  for (const item of pattern) {
    if (typeof item !== 'string') {
      pieces.push({ type: 'kept', item })
      continue
    }
    const parts = cut(item, fits)
    if (parts === undefined) return undefined
    for (const part of parts) addText(pieces, part)
  }
  return pieces
}

function addText(pieces: Piece[], text: string): void {
  if (!/\p{L}/u.test(text)) {
    pieces.push({ type: 'kept', item: text })
    return
  }
  const lead = /^\s*/.exec(text)?.[0] ?? ''
  const body = text.trim()
  const trail = text.slice(lead.length + body.length)
  if (lead !== '') pieces.push({ type: 'kept', item: lead })
  pieces.push({ type: 'text', text: body })
  if (trail !== '') pieces.push({ type: 'kept', item: trail })
}

/** Where to cut, best first: after a sentence, after a clause, between words. */
const cuts = [/[.!?…]["”»)]*\s/g, /[,;:]\s/g, /\s/g]

function cut(text: string, fits: (text: string) => boolean): readonly string[] | undefined {
  if (fits(text)) return [text]
  const middle = text.length / 2
  for (const boundary of cuts) {
    let best = 0
    for (const match of text.matchAll(boundary)) {
      const at = match.index + match[0].length
      if (at < text.length && Math.abs(at - middle) < Math.abs(best - middle)) best = at
    }
    if (best < text.length * 0.1) continue
    const left = cut(text.slice(0, best), fits)
    const right = cut(text.slice(best), fits)
    return left === undefined || right === undefined ? undefined : [...left, ...right]
  }
  return undefined
}
