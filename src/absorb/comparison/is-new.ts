import type { PageComparison } from './page-comparison.ts'

/** Whether one of the source's hosts was never on the page. */
export function isNew(page: PageComparison, position: number): boolean {
  const from = page.carried.from[position]
  const host = from === undefined ? undefined : page.base[from]
  if (from === undefined || host === undefined) return true
  return page.isRecorded && host.gap === undefined && host.text !== '' && page.matchOfBase[from] === undefined
}
