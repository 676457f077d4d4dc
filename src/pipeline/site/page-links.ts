import type { LinkTargets } from '../../syntax/rewrite-url.ts'

/** What follows for a page of a locale from the pages that its links lead to, and from those that lead to it. */
export interface PageLinks {
  /** Link targets that lead to another address or anchor than in the source; the catalogue has the source's. */
  readonly urls: LinkTargets
  /** Anchors of the page's headings that are given as ids. */
  readonly pins: readonly string[]
}
