import type { Code } from '../../model.ts'

/** A code's Markdown without the texts in it (alt texts, titles), which are units of their own. */
export function codeToken({ literal, holes = [] }: Code): string {
  let token = ''
  let at = 0
  for (const { start, end } of holes) {
    token += literal.slice(at, start)
    at = end
  }
  return (token + literal.slice(at)).replace(/\s+/g, ' ')
}
