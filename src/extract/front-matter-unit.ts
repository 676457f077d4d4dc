import type { Unit } from '../model.ts'
import type { Inline } from '../syntax/inlines/inline.ts'
import { markdownLines } from '../syntax/inlines/markdown-lines.ts'
import type { PageValue } from '../syntax/yaml/read-values.ts'
import type { PlacedUnit, Surroundings } from './block.ts'
import { piecesOf } from './units-of.ts'

/**
 * The unit of a value of front matter or of a content file, if it has anything to translate. Its pieces are those of the decoded value, a line
 * of which never runs on into the next; its `raw` is the value as written.
 */
export function frontMatterUnit(
  body: string,
  scalar: PageValue,
  surroundings: Surroundings,
): PlacedUnit | undefined {
  const { start, end, value, place, path } = scalar
  const isMarkdown = scalar.action === 'markdown'
  const role = isMarkdown ? 'paragraph' : 'frontMatter'
  const syntax = isMarkdown ? 'markdown' : 'text'
  const position = surroundings.positionOf(start)
  const pieces = piecesOf(
    {
      source: value,
      items: isMarkdown ? markdownLines(value) : textLines(value),
      role,
      syntax,
      place,
      wholeMayBeLabel: false,
    },
    { ...surroundings, positionOf: () => position },
  ).map(piece =>
    piece.type === 'segment'
      ? piece.segment
      : ({ type: 'gap', raw: value.slice(piece.start, piece.end) } as const),
  )
  if (!pieces.some(({ type }) => type === 'segment')) return undefined
  const unit: Unit = {
    type: 'unit',
    role,
    syntax,
    place,
    raw: body.slice(start, end),
    pieces,
    position,
    path,
    headings: [],
  }
  return { start, end, unit }
}

function textLines(value: string): readonly Inline[] {
  return [...value.matchAll(/[^\n]+|\n+/g)].map(({ 0: text, index: start }): Inline => {
    const end = start + text.length
    return text.startsWith('\n')
      ? { type: 'gap', start, end, holes: [] }
      : { type: 'text', start, end, value: text }
  })
}
