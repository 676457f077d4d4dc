import type { Pattern } from '../model.ts'

/** The words of a pattern: its text without codes, one space for white space. */
export function patternText(pattern: Pattern): string {
  return pattern
    .map(item => (typeof item === 'string' ? item : item.form === 'standalone' ? ' ' : ''))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}
