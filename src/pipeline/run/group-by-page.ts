import type { FillPage } from '../../translate/fill-page.ts'

/** Results by page path, in the order they came. */
export function groupByPage<Result extends { readonly page: FillPage }>(
  results: readonly Result[],
): ReadonlyMap<string, readonly Result[]> {
  const byPage = new Map<string, Result[]>()
  for (const result of results) {
    const list = byPage.get(result.page.path)
    if (list === undefined) byPage.set(result.page.path, [result])
    else list.push(result)
  }
  return byPage
}
