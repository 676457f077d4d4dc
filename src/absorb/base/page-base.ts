import type { State } from '../../model.ts'

/** One segment of a page as Verso last wrote it to the target page. */
export interface BaseSegment {
  /** The key of the source's segment; a `~n` of the catalogue is passed over: occurrences are counted here. */
  readonly key: string
  /** The source's fragment at that time. */
  readonly source: string
  /** Undefined for an untranslated segment: the source stands on the page. Empty: nothing stands there. */
  readonly target?: string
  readonly state: State
  /** Record of the verbatim text before the segment (`GapRecord`); undefined when it was never written to the page. */
  readonly gap?: string
  /**
   * Digest of the fragment as last written to the page. It tells an edit of the page from one of the catalogue;
   * without it, the page is taken to have been written with `target`.
   */
  readonly written?: string
  /** The source had it no more when the page was last written: only the same text is it again. */
  readonly isOrphan?: true
  /** The source has it since: never written, but a person may have put its translation on the page. */
  readonly isNew?: true
}

/** A page as Verso last wrote it: one item an occurrence, in page order, holes after their host as in `segmentsOf`. */
export interface PageBase {
  readonly segments: readonly BaseSegment[]
  /** Record of the verbatim text after the last segment. */
  readonly tail?: string
  readonly diverged: boolean
}
