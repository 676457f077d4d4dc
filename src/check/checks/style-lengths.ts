import type { Check } from '../check.ts'
import { valuesOf } from '../text/values-of.ts'

/** Front-matter values are as long as the house style wants; in characters as a reader counts them. */
export const checkStyleLengths: Check = function* (page, { style }) {
  const limits = Object.entries(style.lengths)
  if (limits.length === 0) return
  const entries = valuesOf(page.target.text, page.format) ?? []
  for (const [path, { min = 0, max = Number.POSITIVE_INFINITY }] of limits) {
    const entry = entries.find(one => one.path === path)
    if (typeof entry?.value !== 'string') continue
    const length = [...new Intl.Segmenter(page.locales.target).segment(entry.value)].length
    if (length >= min && length <= max) continue
    const limit = length > max ? `at most ${max}` : `at least ${min}`
    yield {
      code: 'style-length',
      message: `\`${path}\` has ${length} characters; the house style wants ${limit}. ${length > max ? 'Shorten it' : 'Say more'}.`,
      side: 'target',
      line: entry.line,
      column: entry.column,
    }
  }
}
