/** Deeper nesting than in any page written for people; micromark takes quadratic time for it. */
const maxDepth = 100

/** Lines of a block that lack the markers of the block's first line, each read again with all before it. */
const maxLazyLines = 2000

const marker = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y
const thematicBreak = /^[ \t]*([-*])[ \t]*(?:\1[ \t]*)*$/
const lines = /[^\r\n]*(?:\r\n|\n|\r|$)/y

/**
 * The offset of the first line that opens more containers than can be parsed in reasonable time, or continues one
 * lazily for longer; undefined when there is none. Looks at the beginnings of lines only.
 */
export function findDeepLine(text: string): number | undefined {
  let lazy = 0
  let isInContainer = false
  for (let at = 0; at < text.length; ) {
    lines.lastIndex = at
    lines.test(text)
    const end = lines.lastIndex
    const depth = markersAt(text, at)
    if (depth > maxDepth && !thematicBreak.test(text.slice(at, end).trimEnd())) return at
    if (depth > 0) {
      isInContainer = true
    } else if (/\S/.test(text.charAt(at))) {
      if (isInContainer && ++lazy > maxLazyLines) return at
    } else if (text.slice(at, end).trim() === '') {
      isInContainer = false
      lazy = 0
    }
    at = end
  }
  return undefined
}

function markersAt(text: string, start: number): number {
  let depth = 0
  marker.lastIndex = start
  while (depth <= maxDepth && marker.test(text)) depth++
  return depth
}
