import { decodedText } from './decoded-text.ts'
import { findTags } from './find-tags.ts'
import type { Inline } from './inline.ts'
import { type TagOptions, tagCode } from './tag-code.ts'

/** The inlines of HTML source: tags, not yet paired, and text with character references. */
export function htmlInlines(source: string, start: number, end: number, options: TagOptions): Inline[] {
  const items: Inline[] = []
  let at = start
  for (const tag of findTags(source.slice(start, end))) {
    items.push(...decodedText(source, at, start + tag.start, { escapes: false }))
    items.push(tagCode(source, tag, start, options))
    at = start + tag.end
  }
  items.push(...decodedText(source, at, end, { escapes: false }))
  return items
}
