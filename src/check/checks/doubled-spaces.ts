import type { Check } from '../check.ts'
import { targetFinding } from '../text/target-finding.ts'

const doubled = /[\p{L}\p{N}\p{P}]( {2,}|[\u00a0\u202f] | [\u00a0\u202f])(?=[\p{L}\p{N}\p{P}])/u

/** Two spaces in a row inside a sentence, where the source has none. */
export const checkDoubledSpaces: Check = function* (page) {
  for (const pair of page.pairs) {
    const isInSource = pair.source.some(({ segment }) => hasDoubled(segment.pattern))
    const placed = pair.target.find(({ segment }) => hasDoubled(segment.pattern))
    if (isInSource || placed === undefined) continue
    yield targetFinding('doubled-space', placed, 'Two spaces stand in a row. Remove one.', '  ')
  }
}

function hasDoubled(pattern: readonly (string | object)[]): boolean {
  return pattern.some(item => typeof item === 'string' && doubled.test(item))
}
