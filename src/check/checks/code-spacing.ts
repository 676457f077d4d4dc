import type { Code, Pattern } from '../../model.ts'
import type { Check } from '../check.ts'
import { codeToken } from '../text/code-token.ts'
import { targetFinding } from '../text/target-finding.ts'

/** Spaces around codes: a code that stands apart from words in the source does not touch one in the translation. */
export const checkCodeSpacing: Check = function* (page) {
  for (const pair of page.pairs) {
    const glued = new Set(gluedCodes(pair.sourcePattern))
    for (const code of new Set(gluedCodes(pair.targetPattern))) {
      if (glued.has(code) || (glued.size > 0 && glued.has(kindOf(code)))) continue
      yield targetFinding(
        'code-spacing',
        pair,
        `A space is missing beside “${code.slice(1)}”. Put one between it and the word that it touches.`,
        code.slice(1),
      )
    }
  }
}

/** Side and markup of each code that a letter or digit touches from outside. */
function gluedCodes(pattern: Pattern): readonly string[] {
  return pattern.flatMap((item, index) => {
    if (typeof item === 'string' || !isSpaced(item)) return []
    const before = pattern[index - 1]
    const after = pattern[index + 1]
    const isGluedBefore = item.form !== 'close' && typeof before === 'string' && /[\p{L}\p{N}]$/u.test(before)
    const isGluedAfter = item.form !== 'open' && typeof after === 'string' && /^[\p{L}\p{N}]/u.test(after)
    const token = codeToken(item)
    return [...(isGluedBefore ? [`<${token}`] : []), ...(isGluedAfter ? [`>${token}`] : [])]
  })
}

function kindOf(code: string): string {
  return /^[<>]\*+$/.test(code) ? code : ''
}

/** Codes that stand for words. A tag, a footnote's mark or a break may touch one. */
function isSpaced({ kind }: Code): boolean {
  switch (kind) {
    case 'label':
    case 'code':
    case 'link':
    case 'url':
    case 'email':
    case 'strong':
    case 'emphasis':
    case 'variable':
      return true
    default:
      return false
  }
}
