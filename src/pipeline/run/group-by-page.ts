import type { FillResult } from '../../translate/fill-page.ts'

/** Results by page path, in the order they came. */
export function groupByPage(results: readonly FillResult[]): ReadonlyMap<string, readonly FillResult[]> {
  const byPage = new Map<string, FillResult[]>()
  for (const result of results) {
    const list = byPage.get(result.page.path)
    if (list === undefined) byPage.set(result.page.path, [result])
    else list.push(result)
  }
  return byPage
}
