/** Braces nested deeper than in any page written for people. */
const maxDepth = 100

/** Characters that may be read again for the braces that do not end the expression they stand in: a second or two. */
const maxWork = 2e7

/** Braces that close nothing, each of which may be the end of an expression that never closes. */
const maxStray = 1000

/**
 * The offset of the first brace that makes MDX take too long: an expression is parsed again at each closing brace in it.
 * Undefined when there is none.
 */
export function findDeepBraces(text: string): number | undefined {
  let depth = 0
  let start = 0
  let work = 0
  let stray = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x7b) {
      if (depth++ === 0) start = at
    } else if (code === 0x7d) {
      if (depth === 0) stray++
      else depth--
      work += at - start
    } else continue
    if (depth > maxDepth || stray > maxStray || work > maxWork) return at
  }
  return undefined
}
