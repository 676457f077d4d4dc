import type { ExtractOptions } from '../../extract/extract-options.ts'
import type { Diagnostic, Locale, Skeleton } from '../../model.ts'
import type { Localisation } from '../run/localised-skeleton.ts'

export interface Extraction {
  readonly skeleton: Skeleton
  readonly diagnostics: readonly Diagnostic[]
}

/** A page to be written: a source page with the targets of one locale. */
export interface Composition {
  readonly page: string
  readonly locale: Locale
  /** Parallel to `segmentsOf`; undefined for a segment that is untranslated. */
  readonly targets: readonly (string | undefined)[]
  /** Indexes of segments whose targets a person confirmed: their codes may be others than the source's. */
  readonly confirmed: ReadonlySet<number>
  readonly localisation: Localisation
}

export interface Composed {
  readonly text: string
  /** Indexes of segments whose targets would have changed the page's structure: the source stands there. */
  readonly rejected: readonly number[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The two steps that cost time, taking a page apart and putting it together, wherever they are done: in this thread
 * or in others. An open page's text and skeleton are kept until it is closed.
 */
export interface PageWork {
  /** Takes a source page apart and keeps it open under its page path. */
  open(page: string, text: string, options: ExtractOptions): Promise<Extraction>
  /** Takes a text apart, nothing kept. */
  extract(text: string, options: ExtractOptions): Promise<Extraction>
  /** Puts an open page together. */
  compose(composition: Composition): Promise<Composed>
  close(page: string): void
  end(): Promise<void>
}
