import { type Edit, edited, type FlatPattern, isAtEnd } from './flat-pattern.ts'

const space = /[ \t\u00a0\u2009\u202f]/

/**
 * Sets the space on the inner side of guillemets to `wanted`, across the codes that open or close there. A guillemet
 * that closes nothing counts at the end of the text alone: `Menu » Produits` is no quotation.
 */
export function padGuillemets(flat: FlatPattern, wanted: string): FlatPattern {
  const edits: Edit[] = []
  let open = 0
  for (const { 0: glyph, index } of flat.text.matchAll(/[«»]/g)) {
    if (glyph === '«') {
      open++
      pad(flat, index, 1, wanted, edits)
    } else if (open > 0 || isAtEnd(flat, index)) {
      open = Math.max(0, open - 1)
      pad(flat, index, -1, wanted, edits)
    }
  }
  return edited(flat, edits)
}

function pad(flat: FlatPattern, offset: number, step: 1 | -1, wanted: string, edits: Edit[]): void {
  const inner = step === 1 ? 'open' : 'close'
  const spaces: Edit[] = []
  let at = offset + step
  for (;;) {
    const from = at
    while (space.test(flat.text.charAt(at))) at += step
    if (at !== from) spaces.push({ start: Math.min(from, at + 1), end: Math.max(from + 1, at), text: '' })
    if (flat.codes.get(at)?.form !== inner) break
    at += step
  }
  if (at < 0 || at >= flat.text.length || flat.text.charAt(at) === (step === 1 ? '»' : '«')) return
  const side = step === 1 ? offset + 1 : offset
  if (wanted !== '') keepOne(flat, spaces, side, wanted)
  edits.push(...spaces)
}

/** Leaves the one no-break space that is wanted beside the guillemet, whose inner side is at `side`. */
function keepOne(flat: FlatPattern, spaces: Edit[], side: number, wanted: string): void {
  const [nearest] = spaces
  if (nearest === undefined || (nearest.start !== side && nearest.end !== side)) {
    spaces.push({ start: side, end: side, text: wanted })
    return
  }
  const present = flat.text.slice(nearest.start, nearest.end)
  spaces[0] = { ...nearest, text: present === '\u202f' ? present : wanted }
}
