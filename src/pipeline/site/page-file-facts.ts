import * as z from 'zod'
import type { HeadingAnchor } from '../../check/heading-anchors.ts'

/** What the links of a site have to do with in one file of a page. All but the anchors is read off its text. */
export interface PageFileFacts {
  /** Of the file, taken before it was read. */
  readonly stamp: string
  /** Different targets of its links within the site. */
  readonly links: readonly string[]
  /** Different targets of its images. */
  readonly images: readonly string[]
  /** The front matter's slug, where it has one. */
  readonly slug?: string
  /** Those of its headings, once something asked for them. */
  readonly anchors?: readonly Omit<HeadingAnchor, 'part'>[]
}

export const pageFileFacts = z.object({
  stamp: z.string(),
  links: z.array(z.string()),
  images: z.array(z.string()),
  slug: z.string().exactOptional(),
  anchors: z.array(z.object({ anchor: z.string(), isId: z.boolean(), slug: z.string() })).exactOptional(),
})
