import type { Pattern } from '../../model.ts'

/** Stands in a plain text for a code: a label, a link's URL, an icon. */
export const codeMark = '\uFFFC'

/** The text of a pattern: paired codes leave no trace, a standalone code is `codeMark`, a line break a space. */
export function plainText(pattern: Pattern): string {
  let text = ''
  for (const item of pattern) {
    if (typeof item === 'string') text += item
    else if (item.form === 'standalone') text += item.kind === 'break' ? ' ' : codeMark
  }
  return text
}
