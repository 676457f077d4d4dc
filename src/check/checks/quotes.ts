import type { Check } from '../check.ts'
import { plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

const pairs = [
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
] as const

/** Quotation marks of a translation come in pairs, and it quotes where its source does. */
export const checkQuotes: Check = function* (page) {
  for (const pair of page.pairs) {
    const source = plainText(pair.sourcePattern)
    const target = plainText(pair.targetPattern)
    if (isOdd(target) && !isOdd(source)) {
      yield targetFinding(
        'quotes',
        pair,
        'A quotation mark has no counterpart. Add it or remove the one.',
        target.match(/["“”«»„]/)?.[0],
      )
    } else if (countOf(source) > 0 && countOf(target) === 0 && !hasMarkup(pair.targetPattern)) {
      yield targetFinding(
        'quotes',
        pair,
        'The source has quotation marks, the translation none. Quote what the source quotes.',
      )
    }
  }
}

/** In bold, in italics or as code is how some quote; single quotation marks are taken for apostrophes. */
function hasMarkup(pattern: readonly (string | object)[]): boolean {
  return pattern.some(item => typeof item !== 'string') || pattern.some(item => /[‘’']/.test(String(item)))
}

function countOf(text: string): number {
  return text.match(/["“”«»„]/g)?.length ?? 0
}

function isOdd(text: string): boolean {
  // Inches: 15".
  const plain = text.replace(/\d"/g, '')
  if (((plain.match(/"/g)?.length ?? 0) & 1) === 1) return true
  const [double, guillemets, low] = pairs.map(([open, close]) => [
    text.split(open).length - 1,
    text.split(close).length - 1,
  ])
  if (low?.[0] !== 0) return false
  return [double, guillemets].some(counts => counts?.[0] !== counts?.[1])
}
