import { identityTextOf } from '../comparison/identity-text.ts'
import type { Place } from './page-alignment.ts'

/**
 * Whether a text of the catalogue is what stands at a place of the page, however it is spelt. White space between
 * sentences that are one text, or one that became several, does not count.
 */
export function saysSame({ on, segments, fragment }: Place, text: string): boolean {
  if (text === fragment) return true
  const [{ unit, segment }] = on
  const said = (one: string) => identityTextOf(one, unit.syntax, segment.pattern)
  if (on.length === 1 && segments.length === 1) return said(text) === said(fragment)
  return said(text).replace(/\s+/g, '') === said(fragment).replace(/\s+/g, '')
}
