import type { Check } from '../check.ts'
import { plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

/** What reads as markup and is none: `** text**`, `[text] (/url)`, an unclosed backtick, a tag without its end. */
const leftovers = /\*\*|__(?=\S)|\]\s?\(|(?<!\S)\]\(|`|<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>|!\[/gi

/** Markup that the translation broke, so that it stands as text on the page. */
export const checkBrokenMarkup: Check = function* (page) {
  for (const pair of page.pairs) {
    const text = pair.target.every(({ unit }) => unit.syntax === 'text') ? '' : plainText(pair.targetPattern)
    const source = plainText(pair.sourcePattern)
    const known = new Set(source.match(leftovers) ?? [])
    const found = (text.match(leftovers) ?? []).find(mark => !known.has(mark))
    if (found === undefined) continue
    yield targetFinding(
      'markup-broken',
      pair,
      `“${found}” stands as text on the page: the markup around it is broken. Correct it as it is in the source.`,
      found,
    )
  }
}
