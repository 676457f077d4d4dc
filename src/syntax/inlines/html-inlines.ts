import { decodedText } from './decoded-text.ts'
import { findTags } from './find-tags.ts'
import type { Inline } from './inline.ts'
import { quotesAround } from './quotes-around.ts'
import { type TagOptions, tagCode } from './tag-code.ts'

/** What begins a tag that never ends, or that no browser understands. */
const brokenTag = /<[a-zA-Z/!?]/

/**
 * The inlines of HTML source: tags, not yet paired, and text with character references. What a browser takes for the
 * inside of a broken tag is no text.
 */
export function htmlInlines(source: string, start: number, end: number, options: TagOptions): Inline[] {
  const items: Inline[] = []
  const quotes = quotesAround(source, start)
  let at = start
  const addText = (to: number): void => {
    const broken = source.slice(at, to).search(brokenTag)
    const textEnd = broken === -1 ? to : at + broken
    items.push(...decodedText(source, at, textEnd, { escapes: false, quotes }))
    if (textEnd === to) return
    const code = { type: 'code', form: 'standalone', kind: 'tag', pair: 0, holes: [] } as const
    items.push({ ...code, start: textEnd, end: to })
  }
  for (const tag of findTags(source.slice(start, end))) {
    addText(start + tag.start)
    items.push(tagCode(source, tag, start, options))
    at = start + tag.end
  }
  addText(end)
  return items
}
