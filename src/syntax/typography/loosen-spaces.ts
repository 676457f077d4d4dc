import { type Edit, edited, type FlatPattern } from './flat-pattern.ts'

/** What a no-break space ties to the number before it: `10 €`, `15 %`, `2 Mo`, `30 min`, `5 cm`. */
const unit =
  /^(?:[%‰€$£¥₣°]|(?:EUR|USD|GBP|CHF|CAD|[kMGT]?(?:o|B|bits?)|[kMG]?Hz|[kmcdµn]?m[²³23]?|[kmµ]?g|[mcd]?[lL]|[kM]?W|[kM]?Wh|[mkµ]?[VA]|min|[hs]|ms|px|pt|dpi|ppp)(?![\p{L}\p{N}]))/u

/**
 * Turns the no-break spaces of French into plain ones, bar those between the digits of a number and between a number
 * and its unit or currency.
 */
export function loosenSpaces(flat: FlatPattern): FlatPattern {
  const edits: Edit[] = []
  for (const { index } of flat.text.matchAll(/[\u00a0\u202f]/g)) {
    if (isBetweenWords(flat, index) && !isInQuantity(flat, index)) {
      edits.push({ start: index, end: index + 1, text: ' ' })
    }
  }
  return edited(flat, edits)
}

/** White space at an edge of the text, at a line break or beside other white space stays as it is. */
function isBetweenWords(flat: FlatPattern, index: number): boolean {
  const before = index - 1
  const after = index + 1
  if (before < 0 || after >= flat.text.length) return false
  if (flat.codes.get(before)?.kind === 'break' || flat.codes.get(after)?.kind === 'break') return false
  return !/\s/.test(flat.text.charAt(before)) && !/\s/.test(flat.text.charAt(after))
}

function isInQuantity(flat: FlatPattern, index: number): boolean {
  let before = index - 1
  while (isPaired(flat, before)) before--
  let after = index + 1
  while (isPaired(flat, after)) after++
  const last = flat.codes.has(before) ? '' : flat.text.charAt(before)
  const next = flat.text.slice(after, after + 12)
  if (/[€$£¥]/.test(last)) return /^\d/.test(next)
  return /\d/.test(last) && (/^\d/.test(next) || unit.test(next))
}

function isPaired(flat: FlatPattern, offset: number): boolean {
  const form = flat.codes.get(offset)?.form
  return form === 'open' || form === 'close'
}
