import type { Inline, InlineText } from '../syntax/inlines/inline.ts'

/**
 * The inlines within a span. Plain text is cut at its ends; whatever else would be cut (markup, an escape, a pair of
 * codes) makes the span one that can't be taken apart: undefined.
 */
export function sliceInlines(
  items: readonly Inline[],
  start: number,
  end: number,
): readonly Inline[] | undefined {
  const slice: Inline[] = []
  for (const item of items) {
    if (item.end <= start || item.start >= end) continue
    if (item.start >= start && item.end <= end) slice.push(item)
    else if (item.type === 'text' && item.value.length === item.end - item.start) {
      slice.push(partOf(item, Math.max(start, item.start), Math.min(end, item.end)))
    } else return undefined
  }
  return isBalanced(slice) ? slice : undefined
}

function partOf(item: InlineText, start: number, end: number): InlineText {
  return { type: 'text', start, end, value: item.value.slice(start - item.start, end - item.start) }
}

function isBalanced(items: readonly Inline[]): boolean {
  let depth = 0
  for (const item of items) {
    if (item.type !== 'code' || item.form === 'standalone') continue
    depth += item.form === 'open' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}
