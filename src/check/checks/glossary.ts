import type { Check } from '../check.ts'
import { targetFinding } from '../text/target-finding.ts'

/** Terms of the glossary are used, forbidden ones are not. */
export const checkGlossary: Check = function* (page, tools) {
  for (const pair of page.pairs) {
    for (const { code, message } of tools.checkTerms(pair.sourcePattern, pair.targetPattern))
      yield targetFinding(code, pair, message)
  }
}
