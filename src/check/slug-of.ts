import { valuesOf } from './text/values-of.ts'

/**
 * The slug that a page's front matter gives it, if any.
 *
 * @param keys front-matter paths that may
 */
export function slugOf(text: string, keys: readonly string[]): string | undefined {
  const entries = keys.length === 0 ? [] : (valuesOf(text, 'markdown') ?? [])
  const found = entries.find(({ path, value }) => keys.includes(path) && typeof value === 'string')?.value
  return typeof found === 'string' ? found : undefined
}
