import type { Code, Pattern } from '../../model.ts'
import { findLiterals } from '../inlines/find-literals.ts'

const found = new Set(['url', 'email', 'math', 'variable', 'attributes'])

/** Characters of text that may become part of a literal beside it. */
const reach = 40

/**
 * Marks the characters beside URLs, emails and variables that, written as they are, would be taken for a part of them:
 * the `©` in `www.example.com&copy;`.
 *
 * @param encodedFirst texts whose first character is written as a reference; added to
 * @param encodedLast the same for last characters
 */
export function encodeBesideLiterals(
  pattern: Pattern,
  encodedFirst: Set<number>,
  encodedLast: Set<number>,
): void {
  for (const [index, item] of pattern.entries()) {
    if (!isFound(item)) continue
    const before = pattern[index - 1]
    const after = pattern[index + 1]
    const head = typeof before === 'string' ? before.slice(-reach) : ''
    const tail = typeof after === 'string' ? after.slice(0, reach) : ''
    if (isAlone(item, head, tail)) continue
    const needsAfter = tail !== '' && (head === '' || !isAlone(item, withoutLast(head), tail))
    if (needsAfter) encodedFirst.add(index + 1)
    if (head !== '' && !isAlone(item, head, needsAfter ? withoutFirst(tail) : tail))
      encodedLast.add(index - 1)
  }
}

/** A reference is no part of a literal, unless to a letter; there is no help against that. */
function withoutFirst(text: string): string {
  return ` ${text.slice((text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)}`
}

function withoutLast(text: string): string {
  return `${text.slice(0, (text.codePointAt(text.length - 2) ?? 0) > 0xffff ? -2 : -1)} `
}

function isFound(item: string | Code): item is Code {
  return typeof item === 'object' && found.has(item.kind) && !item.literal.startsWith('<')
}

function isAlone({ literal }: Code, head: string, tail: string): boolean {
  const start = head.length
  return findLiterals(head + literal + tail).some(
    span => span.start === start && span.end === start + literal.length,
  )
}
