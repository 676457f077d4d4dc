import type { Inline } from './inline.ts'
import { inlinesOf } from './inlines-of.ts'

/** What begins a line of a list, a heading or a quote. */
const markers = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6}|>)[ \t]+)*/

/** More pairs than a line has. */
const pairsOfLine = 1_000_000

/**
 * The inlines of a value that is Markdown, line by line: a line never runs on into the next, and what makes it an item
 * of a list, a heading or a quote stays. Texts inside markup (alt texts, titles) stay as well.
 */
export function markdownLines(value: string): readonly Inline[] {
  return [...value.matchAll(/[^\n]+|\n+/g)].flatMap(({ 0: line, index: at }, order): readonly Inline[] => {
    const gap = (end: number): Inline => ({ type: 'gap', start: at, end: at + end, holes: [] })
    if (line.startsWith('\n')) return [gap(line.length)]
    const width = markers.exec(line)?.[0].length ?? 0
    const items = inlinesOf(line.slice(width), 'markdown').map(item => moved(item, at + width, order))
    return width === 0 ? items : [gap(width), ...items]
  })
}

function moved(item: Inline, by: number, order: number): Inline {
  const span = { start: item.start + by, end: item.end + by }
  switch (item.type) {
    case 'text':
    case 'fold':
      return { ...item, ...span }
    case 'gap':
      return { ...item, ...span, holes: [] }
    case 'code':
      return { ...item, ...span, holes: [], pair: item.pair + order * pairsOfLine }
  }
}
