import type { Check } from '../check.ts'
import { plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

const kinds = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const

/** Brackets of a translation are closed, if those of its source are. */
export const checkBrackets: Check = function* (page) {
  for (const pair of page.pairs) {
    const source = plainText(pair.sourcePattern)
    const target = plainText(pair.targetPattern)
    for (const [open, close] of kinds) {
      if (surplus(source, open, close) !== 0) continue
      const left = surplus(target, open, close)
      if (left === 0) continue
      yield targetFinding(
        'brackets',
        pair,
        left > 0
          ? `A “${open}” is not closed. Add the “${close}” or remove it.`
          : `A “${close}” has no “${open}” before it. Add that or remove it.`,
        left > 0 ? open : close,
      )
    }
  }
}

function surplus(text: string, open: string, close: string): number {
  // `a)` and `1)` count things; `:)` smiles.
  const plain = close === ')' ? text.replace(/(?<![\p{L}\p{N}(])(?:\p{L}|\p{N}+)\)|[:;]-?\)/gu, '') : text
  return plain.split(open).length - plain.split(close).length
}
