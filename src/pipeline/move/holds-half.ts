/**
 * Whether at least half of the text of fragments is to be found on a page. A quick look that takes nothing apart: it may
 * fail to find what is there in another form, never the other way round. No fragments are on every page.
 */
export function holdsHalf(page: string, fragments: readonly string[]): boolean {
  let missing = fragments.reduce((sum, { length }) => sum + length, 0) / 2
  for (const fragment of fragments) {
    if (missing <= 0) break
    if (page.includes(fragment)) missing -= fragment.length
  }
  return missing <= 0
}
