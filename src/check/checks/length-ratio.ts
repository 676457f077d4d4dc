import type { Check } from '../check.ts'
import { codeMark, plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

/** Shorter sources say nothing about length; UTF-16 units. */
const shortest = 30

/** A translation that is far shorter or longer than its source. */
export const checkLengthRatio: Check = function* (page) {
  for (const pair of page.pairs) {
    const source = plainText(pair.sourcePattern).replaceAll(codeMark, '').length
    const target = plainText(pair.targetPattern).replaceAll(codeMark, '').length
    if (source < shortest) continue
    const ratio = target / source
    if (ratio >= 0.4 && ratio <= 2.5) continue
    yield targetFinding(
      'length-ratio',
      pair,
      `The translation has ${target} characters for the source’s ${source}. Check that nothing is missing or added.`,
    )
  }
}
