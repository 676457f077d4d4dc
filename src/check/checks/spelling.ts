import type { Check } from '../check.ts'
import { codeMark, plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

const word =
  /(?<![\p{L}\p{M}\p{N}_.@/#\uFFFC-])\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?(?![\p{L}\p{M}\p{N}_@/\uFFFC]|[.-]\p{L})/gu

/** Words that the target's dictionary, the glossary and the product names do not know. One finding a word a page. */
export const checkSpelling: Check = function* (page, tools) {
  const { isSpelled } = tools
  if (isSpelled === undefined) return
  const told = new Set<string>()
  for (const placed of page.translated) {
    let text = plainText(placed.segment.pattern)
    for (const name of tools.findNames(placed.segment.pattern)) text = text.replaceAll(name, codeMark)
    for (const [found] of text.matchAll(word)) {
      // Names and acronyms are no matter of spelling.
      if (told.has(found) || found.length < 3 || /\p{Lu}/u.test(found)) continue
      if (isSpelled(found.replace('’', "'"))) continue
      told.add(found)
      yield targetFinding(
        'spelling',
        placed,
        `“${found}” is not in the dictionary. Correct it, or add it to the glossary.`,
        found,
      )
    }
  }
}
