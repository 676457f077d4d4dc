import type { Locale } from '../../model.ts'
import type { PageFacts, SideFacts } from '../page-facts.ts'

/** What is known of an image that a target page shows: whether it and its source's counterpart exist. */
export interface ImageState {
  readonly exists: boolean
  /** Whether the same link leads to an image from the source page. */
  readonly existsInSource: boolean
  /** Whether the two have the same bytes. */
  readonly isSame: boolean
  /** Whether it is a copy of what the source's was before. */
  readonly isOldCopy: boolean
}

/** All pages of a project in one target locale. */
export interface Site {
  readonly locales: { readonly source: Locale; readonly target: Locale }
  readonly pages: readonly PageFacts[]
  /** Of an image as a page's file links to it. */
  imageOf(page: PageFacts & { readonly target: SideFacts }, url: string): ImageState | undefined
}

/** A finding of a check across pages: where it is besides what it is. */
export interface SiteFinding {
  readonly code:
    | 'link-broken'
    | 'link-changed'
    | 'anchor-broken'
    | 'image-missing'
    | 'image-unknown'
    | 'image-path'
    | 'image-of-source'
    | 'inconsistent-translation'
  readonly message: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly key?: string
}
