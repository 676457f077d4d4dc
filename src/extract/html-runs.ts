import { phrasingElements } from '../syntax/inlines/elements.ts'
import type { Inline, InlineCode, InlineGap } from '../syntax/inlines/inline.ts'

/**
 * The inlines of an HTML block with the tags between its texts as gaps: those of elements that stand within a sentence
 * stay codes, with all that is in them. A component (`<Link>`) stands within one when text touches it on its line.
 */
export function htmlRuns(items: readonly Inline[]): readonly Inline[] {
  const closes = new Map<number, number>()
  for (const [at, item] of items.entries()) {
    if (item.type === 'code' && item.form === 'close') closes.set(item.pair, at)
  }
  /** Up to where the outermost element that stands within a sentence reaches. */
  let withinUntil = -1
  return items.map((item, at): Inline => {
    if (item.type !== 'code' || item.kind !== 'tag' || at <= withinUntil) return item
    const end = item.form === 'open' ? (closes.get(item.pair) ?? at) : at
    if (item.form === 'close' || !isWithin(items, item, at, end)) return gapOf(item)
    withinUntil = end
    return item
  })
}

function isWithin(items: readonly Inline[], item: InlineCode, start: number, end: number): boolean {
  const name = item.tag ?? ''
  const lower = name.toLowerCase()
  if (lower === 'br' || phrasingElements.has(lower)) return true
  return name !== lower && (touches(items[start - 1], /\S[ \t]*$/) || touches(items[end + 1], /^[ \t]*\S/))
}

function touches(item: Inline | undefined, expression: RegExp): boolean {
  return item?.type === 'text' && expression.test(item.value)
}

function gapOf({ start, end, holes }: InlineCode): InlineGap {
  return { type: 'gap', start, end, holes }
}
