import type { Locale } from '../../model.ts'

/** What `align` is asked to do. */
export interface AlignOptions {
  readonly locales: readonly Locale[]
  /** Page paths, files, folders or globs; none: all pages. */
  readonly pages: readonly string[]
  /** Folders of texts outside the project's pages, whose files pair by their paths below them. Absolute. */
  readonly folders?: { readonly source: string; readonly target: string }
  /** Whether a person wrote the target pages, so that pairs enter as reviewed. */
  readonly reviewed: boolean
  readonly signal: AbortSignal
}
