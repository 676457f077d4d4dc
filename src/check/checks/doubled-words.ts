import type { Check } from '../check.ts'
import { plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

const doubled = /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}[\p{L}\p{M}'’]*)[ \u00a0\u202f]+\1(?![\p{L}\p{M}\p{N}'’-])/iu

/** Words that are right twice in a row in some language. */
const rightTwice = new Set(['that', 'had', 'nous', 'vous', 'sie', 'die', 'bye', 'so'])

/** A word that stands twice in a row. */
export const checkDoubledWords: Check = function* (page) {
  for (const placed of page.translated) {
    const match = doubled.exec(plainText(placed.segment.pattern))
    if (match === null || rightTwice.has((match[1] ?? '').toLowerCase())) continue
    yield targetFinding('doubled-word', placed, `“${match[1]}” stands twice in a row. Remove one.`, match[0])
  }
}
