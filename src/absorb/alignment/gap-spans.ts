import type { Skeleton, Span, Unit } from '../../model.ts'

/**
 * Where the verbatim text before each segment that is in no hole stands in a page, the text after the last one at the
 * end. Inside a value of the front matter there is none.
 */
export function gapSpans(skeleton: Skeleton): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  let offset = 0
  const close = (length: number) => {
    spans.push({ start, end: offset })
    offset += length
    start = offset
  }
  for (const part of skeleton.parts) {
    if (part.type === 'verbatim') offset += part.raw.length
    else if (part.place.type === 'yaml') for (const length of yamlLengths(part)) close(length)
    else {
      for (const piece of part.pieces) {
        if (piece.type === 'gap') offset += piece.raw.length
        else close(piece.raw.length)
      }
    }
  }
  close(0)
  return spans
}

/** The first segment of a value stands for all of it. */
function yamlLengths({ pieces, raw }: Unit): readonly number[] {
  return pieces.filter(piece => piece.type === 'segment').map((_, order) => (order === 0 ? raw.length : 0))
}
