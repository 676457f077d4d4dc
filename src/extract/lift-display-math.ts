import type { Inline } from '../syntax/inlines/inline.ts'
import { sliceInlines } from './slice-inlines.ts'

const closing = /\$\$[ \t]*(?=[\r\n]|$)/g

/**
 * Turns display math (`$$` at the start of a line up to `$$` at the end of one) into a gap. It may begin in one
 * block and end in another, for CommonMark knows nothing of it.
 *
 * @returns the block's inlines, and where math that begins in it ends: the block's start when none does
 */
export function liftDisplayMath(
  source: string,
  items: readonly Inline[],
): { readonly items: readonly Inline[]; readonly mathEnd: number } {
  const blockStart = items[0]?.start ?? 0
  const blockEnd = items.at(-1)?.end ?? 0
  let rest = items
  let mathEnd = blockStart
  for (;;) {
    const at = rest.findIndex((item, index) => beginsMath(source, rest, item, index))
    const first = rest[at]
    const end = first === undefined ? undefined : endOfMath(source, first.start + 2)
    if (first === undefined || end === undefined) return { items: rest, mathEnd }
    mathEnd = end
    rest = [
      ...rest.slice(0, at),
      { type: 'gap', start: first.start, end: Math.min(end, blockEnd), holes: [] },
      ...(sliceInlines(rest, end, blockEnd) ?? []),
    ]
  }
}

function beginsMath(source: string, items: readonly Inline[], item: Inline, at: number): boolean {
  if (item.type !== 'text' || (at > 0 && items[at - 1]?.type !== 'fold')) return false
  return source.startsWith('$$', item.start)
}

/** Math that is closed on its first line is display math only if nothing comes after it. */
function endOfMath(source: string, from: number): number | undefined {
  const lineEnd = /[\r\n]|$/g
  lineEnd.lastIndex = from
  const end = lineEnd.exec(source)?.index ?? source.length
  const close = source.slice(from, end).indexOf('$$')
  if (close !== -1) return source.slice(from + close + 2, end).trim() === '' ? end : undefined
  closing.lastIndex = end
  return closing.test(source) ? closing.lastIndex : undefined
}
