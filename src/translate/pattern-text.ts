import type { Code, Pattern } from '../model.ts'

/**
 * The text of a pattern as plain text. Paired codes leave no trace, so that a word half in bold stays one word; each
 * standalone code becomes what `standalone` makes of it (nothing, when that is left out).
 */
export function patternText(pattern: Pattern, standalone?: (code: Code) => string): string {
  let text = ''
  for (const item of pattern) {
    if (typeof item === 'string') text += item
    else if (item.form === 'standalone' && standalone !== undefined) text += standalone(item)
  }
  return text
}
