import type { Locale } from '../model.ts'
import { widenPattern } from './widen-pattern.ts'

/**
 * Globs, from the root, that find every page of a locale. They may find more: what a page is, the page matcher
 * says.
 */
export function sourceGlobs(patterns: readonly string[], locale: Locale): readonly string[] {
  return patterns.map(pattern => widenPattern(pattern).replace('{locale}', () => locale))
}
