/** Brackets nested deeper than any text that was written for people. */
const maxDepth = 100

/** A page whose texts add up to more is not parsed: this takes micromark some two seconds. */
export const maxComplexity = 2e8

/**
 * An estimate of the work that parsing one text takes beyond what is linear in its length: micromark looks back for the
 * opener of each closing delimiter and looks ahead from each `<!` and `<?`, so that it takes the square of their
 * number. Infinite for brackets nested more than a hundred deep.
 */
export function complexityOf(text: string): number {
  let weight = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x5b: // [
        weight++
        if (++depth > maxDepth) return Number.POSITIVE_INFINITY
        break
      case 0x5d: // ]
        weight++
        if (depth > 0) depth--
        break
      case 0x2a: // *
      case 0x5f: // _
      case 0x7e: // ~
        weight++
        break
      case 0x3c: // <
        weight += text.charCodeAt(at + 1) === 0x21 || text.charCodeAt(at + 1) === 0x3f ? 10 : 1
        break
      case 0x5c: // \\
        at++
        break
    }
  }
  return weight * weight
}
