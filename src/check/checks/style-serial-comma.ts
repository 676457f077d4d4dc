import type { Check } from '../check.ts'
import { plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

/** `a, b and c`: three or more items of a few words each, the last without its comma. */
const list =
  /[^\s,.;:!?()][^,.;:!?()]{0,40}, ([^\s,.;:!?()]+(?: [^\s,.;:!?()]+){0,2}) (and|or) (?=[\p{L}\uFFFC][^,.;:!?()]{0,40}(?:[.;:!?)]|$))/u

/** Words that begin a clause: what follows their comma is no item of a list. */
const clause =
  /^(?:and|or|but|which|who|that|you|we|they|it|he|she|this|these|then|click|select|choose|if|when|where|so|as|for)\b/i

/** An English list of three or more has a comma before its `and`. */
export const checkSerialComma: Check = function* (page) {
  if (page.locales.target.split('-')[0] !== 'en') return
  for (const placed of page.translated) {
    if (placed.unit.role === 'frontMatter' && placed.unit.path !== 'meta.description') continue
    const match = list.exec(plainText(placed.segment.pattern))
    if (match === null || clause.test(match[1] ?? '')) continue
    const lead = match[0].slice(0, match[0].indexOf(','))
    if (/^(?:if|when|once|after|before|in|on|for|to|from|by|with)\b/i.test(lead)) continue
    yield targetFinding(
      'style-serial-comma',
      placed,
      `A comma is missing before “${match[2]}”, which ends a list. Write “${match[1]}, ${match[2]}”.`,
      `${match[1]} ${match[2]}`,
    )
  }
}
