import { decodedText } from './decoded-text.ts'
import { verbatimElements } from './elements.ts'
import type { Tag, TagAttribute } from './find-tags.ts'
import type { InlineCode, InlineHole } from './inline.ts'

/** How a page's tags are read. */
export interface TagOptions {
  /** Names of the attributes that are translated, in lower case. */
  readonly attributes: readonly string[]
  /** Whether the page is MDX. */
  readonly jsx: boolean
}

/** The inline code of one tag of `source`, not yet paired with another. `shift` is the offset of the tag's own source. */
export function tagCode(source: string, tag: Tag, shift: number, options: TagOptions): InlineCode {
  const name = tag.name.toLowerCase()
  const isVerbatim =
    tag.form === 'open' &&
    (verbatimElements.has(name) || tag.attributes.some(item => isNoTranslation(source, item, shift)))
  return {
    type: 'code',
    form: tag.form === 'void' ? 'standalone' : tag.form,
    kind: 'tag',
    start: tag.start + shift,
    end: tag.end + shift,
    pair: 0,
    holes: isVerbatim || tag.attributes.length === 0 ? [] : attributeHoles(source, tag, shift, options),
    tag: tag.name,
    ...(isVerbatim ? { verbatim: true } : {}),
  }
}

function isNoTranslation(source: string, attribute: TagAttribute, shift: number): boolean {
  return (
    attribute.name === 'translate' &&
    source.slice(attribute.valueStart + shift, attribute.valueEnd + shift) === 'no'
  )
}

function attributeHoles(source: string, tag: Tag, shift: number, options: TagOptions): readonly InlineHole[] {
  const holes: InlineHole[] = []
  for (const { name, quote, valueStart, valueEnd } of tag.attributes) {
    if (quote === '{' || valueEnd === valueStart || !options.attributes.includes(name.toLowerCase())) continue
    const start = valueStart + shift
    const end = valueEnd + shift
    holes.push({
      role: 'attribute',
      syntax: 'text',
      place: { type: 'attribute', quote, jsx: options.jsx },
      start,
      end,
      items: decodedText(source, start, end, { escapes: false }),
    })
  }
  return holes
}
