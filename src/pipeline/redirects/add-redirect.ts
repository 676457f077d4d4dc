import type { AddressMove } from './move-of-page.ts'

/** Old addresses and what leads on from them. */
export type Redirects = Readonly<Record<string, string>>

/**
 * Redirects with one more, sorted. Those that led to the old address lead to the new one at once, and nothing leads on
 * from an address that is a page's again.
 */
export function addRedirect(redirects: Redirects, { from, to }: AddressMove): Redirects {
  const led = Object.entries(redirects).map(([old, next]) => [old, next === from ? to : next] as const)
  const all = new Map([...led, [from, to] as const])
  all.delete(to)
  return Object.fromEntries([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
