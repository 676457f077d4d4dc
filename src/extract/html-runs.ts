import { phrasingElements } from '../syntax/elements.ts'
import type { Inline, InlineCode, InlineGap } from '../syntax/inline.ts'

/**
 * The inlines of an HTML block with the tags between its texts as gaps: those of elements that stand within a sentence
 * stay codes. A component (`<Link>`) stands within one when text touches it on its line.
 */
export function htmlRuns(items: readonly Inline[]): readonly Inline[] {
  const closes = new Map<number, number>()
  for (const [at, item] of items.entries()) {
    if (item.type === 'code' && item.form === 'close') closes.set(item.pair, at)
  }
  const isWithin = new Map<number, boolean>()
  return items.map((item, at): Inline => {
    if (item.type !== 'code' || item.kind !== 'tag') return item
    const name = item.tag ?? ''
    const lower = name.toLowerCase()
    if (lower === 'br' || phrasingElements.has(lower)) return item
    if (item.form === 'close') return isWithin.get(item.pair) ? item : gapOf(item)
    const end = closes.get(item.pair) ?? at
    const stays =
      name !== lower && (touches(items[at - 1], /\S[ \t]*$/) || touches(items[end + 1], /^[ \t]*\S/))
    if (item.form === 'open') isWithin.set(item.pair, stays)
    return stays ? item : gapOf(item)
  })
}

function touches(item: Inline | undefined, expression: RegExp): boolean {
  return item?.type === 'text' && expression.test(item.value)
}

function gapOf({ start, end, holes }: InlineCode): InlineGap {
  return { type: 'gap', start, end, holes }
}
