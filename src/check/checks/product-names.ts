import type { Check } from '../check.ts'
import { eachInventory } from '../each-inventory.ts'
import { quote } from '../text/quote.ts'
import { targetFinding } from '../text/target-finding.ts'

/** Product names of the source stand in its translation, as they are written. How often is a matter of style. */
export const checkProductNames: Check = function* (page, tools) {
  for (const { pair, missing } of eachInventory(page, pattern => [
    ...new Set(tools.findNames(pattern).map(name => name.toLowerCase())),
  ])) {
    for (const name of missing) {
      const written = tools.findNames(pair.sourcePattern).find(one => one.toLowerCase() === name) ?? name
      yield targetFinding(
        'product-name',
        pair,
        `The product name ${quote(written)} of the source is not in the translation. Write it as it is, or take it out of the glossary’s \`doNotTranslate\`.`,
      )
    }
  }
}
