/** Old addresses and what leads on from them. */
export type Redirects = Readonly<Record<string, string>>

/** The addresses, with a slash before them, that a page had and has. */
export interface AddressMove {
  readonly from: string
  readonly to: string
}

/**
 * Redirects with those of pages that moved, sorted by code units. All moves are taken as made at once, so that their order
 * doesn't matter. What led to an old address leads to the new one, and nothing leads on from an address that a page has.
 *
 * @param taken addresses that pages came to, those of `moves` and of new pages
 */
export function addRedirects(
  before: Redirects,
  moves: readonly AddressMove[],
  taken: Iterable<string>,
): Redirects {
  const now = new Map(moves.map(({ from, to }) => [from, to]))
  const led = Object.entries(before).map(([old, next]) => [old, now.get(next) ?? next] as const)
  const all = new Map([...led, ...now])
  for (const address of taken) all.delete(address)
  return Object.fromEntries([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
