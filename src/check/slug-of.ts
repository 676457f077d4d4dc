import { frontMatterOf } from './text/front-matter-of.ts'

/**
 * The slug that a page's front matter gives it, if any.
 *
 * @param keys front-matter paths that may
 */
export function slugOf(text: string, keys: readonly string[]): string | undefined {
  const entries = keys.length === 0 ? [] : (frontMatterOf(text) ?? [])
  const found = entries.find(({ path, value }) => keys.includes(path) && typeof value === 'string')?.value
  return typeof found === 'string' ? found : undefined
}
