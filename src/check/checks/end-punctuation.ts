import type { Pattern } from '../../model.ts'
import type { Check } from '../check.ts'
import type { SegmentPair } from '../page-pair.ts'
import { plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

/** A translation ends as its source does: with a full stop, a question mark, a colon, or none. */
export const checkEndPunctuation: Check = function* (page) {
  for (const pair of page.pairs) {
    const source = endOf(pair.sourcePattern)
    const target = endOf(pair.targetPattern)
    if (source === target || isStyle(pair, source, target)) continue
    const found = target === '' ? 'no mark' : `“${target}”`
    const wanted = source === '' ? 'no mark' : `“${source}”`
    yield targetFinding(
      'end-punctuation',
      pair,
      `The translation ends with ${found}, the source with ${wanted}. Make them alike.`,
    )
  }
}

/** Languages differ in how the items of a list end. */
function isStyle({ source: [first] }: SegmentPair, source: string, target: string): boolean {
  const role = first.unit.role
  const isLoose = role === 'listItem' || role === 'cell' || role === 'alt' || role === 'title'
  return isLoose && [source, target].every(mark => ['', '.', ';', ','].includes(mark))
}

function endOf(pattern: Pattern): string {
  const text = plainText(pattern).replace(/\.\.\.$/, '…')
  const mark = /([.!?:;,…])[\s\u00a0\u202f"'’”»)\]*]*$/u.exec(text)?.[1] ?? ''
  return mark === '…' ? '.' : mark
}
