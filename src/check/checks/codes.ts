import type { Code, Pattern } from '../../model.ts'
import type { Check } from '../check.ts'
import { eachInventory } from '../each-inventory.ts'
import { codeToken } from '../text/code-token.ts'
import { describeDifference } from '../text/describe-difference.ts'
import { linkOf } from '../text/link-of.ts'
import { targetFinding } from '../text/target-finding.ts'

/** Code, tags, footnotes, variables, math, attributes: the same in a sentence and its translation, in any order. */
export const checkCodes: Check = function* (page) {
  for (const { pair, ...difference } of eachInventory(page, protectedCodes)) {
    yield targetFinding(
      'codes-changed',
      pair,
      `The translation ${describeDifference(difference)}. Keep what is no text as it is in the source.`,
      difference.added[0],
    )
  }
}

function protectedCodes(pattern: Pattern): readonly string[] {
  return pattern.flatMap(item => (typeof item !== 'string' && isProtected(item) ? [codeToken(item)] : []))
}

/** Links, labels, emails, names and emphasis have checks of their own; the layout of lines is free. */
function isProtected(code: Code): boolean {
  switch (code.kind) {
    case 'code':
    case 'footnote':
    case 'math':
    case 'variable':
    case 'attributes':
    case 'reference':
      return code.form !== 'close'
    case 'tag':
      return code.form !== 'close' && linkOf(code) === undefined && !/^<br\b/i.test(code.literal)
    default:
      return false
  }
}
