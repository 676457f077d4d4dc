/**
 * A page's text with what editors and version control change of their own accord as another page has it: the line ends,
 * where that page's are all alike, the byte-order mark and the line ends at the end.
 */
export function inFrameOf(model: string, text: string): string {
  const end = lineEndOf(model)
  const alike = end === undefined ? text : text.replace(/\r\n|\n|\r/g, end)
  const mark = model.startsWith('\uFEFF') ? '\uFEFF' : ''
  return (
    mark + alike.replace(/^\uFEFF/, '').replace(finalLineEnds, '') + (finalLineEnds.exec(model)?.[0] ?? '')
  )
}

const finalLineEnds = /[\r\n]*$/

/** Undefined for a text of one line, and for one whose lines end in several ways. */
function lineEndOf(text: string): string | undefined {
  const ends = new Set(text.match(/\r\n|\n|\r/g))
  return ends.size === 1 ? [...ends][0] : undefined
}
