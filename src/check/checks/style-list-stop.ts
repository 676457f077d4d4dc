import type { Check } from '../check.ts'
import type { PlacedSegment } from '../page-pair.ts'
import { plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

/** Words from which on an item is taken for a sentence. */
const sentence = 6

/** List items that are sentences end with a full stop. */
export const checkListStops: Check = function* (page) {
  const last = new Map<object, PlacedSegment>()
  for (const placed of page.translated) if (placed.unit.role === 'listItem') last.set(placed.unit, placed)
  for (const placed of last.values()) {
    const text = plainText(placed.segment.pattern).trim()
    if (text.split(/\s+/).length < sentence || /[.:!?;,…]["'”’)\]]*$/u.test(text)) continue
    yield targetFinding(
      'style-list-stop',
      placed,
      'This list item is a sentence without a full stop. Add it.',
    )
  }
}
