import type { BlockShape } from '../shape/page-shape.ts'

/** A part of a page as it is written. */
interface WrittenPart {
  readonly type: 'verbatim' | 'unit'
  readonly length: number
}

/**
 * Where codes begin and end within verbatim text, as one text to compare. No translation changes that text, and so none
 * may change how it is read: a delimiter in a translation may pair with one there, and the codes are then as many as
 * before and of the same kinds, around other words.
 *
 * @param blocks in page order
 * @param offset of the first part, in the tree that the blocks are of
 */
export function verbatimEdges(
  blocks: readonly BlockShape[],
  parts: readonly WrittenPart[],
  offset: number,
): string {
  const edges = blocks.flatMap(block => block.edges).sort((a, b) => a - b)
  const found: string[] = []
  let next = 0
  let start = offset
  for (const [index, { type, length }] of parts.entries()) {
    const end = start + length
    for (let edge = edges[next]; edge !== undefined && edge < end; edge = edges[++next]) {
      // Where verbatim text ends, codes of the unit beside it may begin, and in a translation may not.
      if (type === 'verbatim' && edge > start) found.push(`${index}:${edge - start}`)
    }
    start = end
  }
  return found.join(' ')
}
