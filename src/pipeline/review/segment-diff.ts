import type { Diagnostic, Origin, State } from '../../model.ts'
import type { WordChange } from '../../review/compare-words.ts'

/** One segment that a reviewer has to look at, or that changed since a revision. */
export interface SegmentDiff {
  readonly key: string
  /** In the source page. */
  readonly line: number
  readonly column: number
  /** `before` is undefined for a segment that is new, and equal to `now` where only the target changed. */
  readonly source: {
    readonly before: string | undefined
    readonly now: string
    readonly words: readonly WordChange[]
  }
  /**
   * What the target page says, and what is proposed in its place; undefined where there is none. Since a revision: what
   * the target was, and what it is.
   */
  readonly target: {
    readonly current: string | undefined
    readonly proposed: string | undefined
    /** What persons wrote in the catalogue while the page was edited: approving keeps `current`, and settles it. */
    readonly alternatives?: readonly string[]
    readonly words: readonly WordChange[]
  }
  readonly state: State
  /** A change of the glossary asks for another target. */
  readonly glossaryOutdated?: true
  readonly origin?: Origin
  /** 0 to 100. */
  readonly score?: number
  readonly diagnostics: readonly Diagnostic[]
}

/** The segments of one page, in page order. */
export interface PageDiff {
  readonly page: string
  /** Source page and target page, from the root. */
  readonly file: string
  readonly targetFile: string
  /** All segments of the page, those without a difference included. */
  readonly segments: number
  readonly diffs: readonly SegmentDiff[]
}

/** What `verso diff` is about, in one locale. */
export interface DiffReport {
  readonly locale: string
  /** The Git revision; undefined: what is open since the last review. */
  readonly since?: string
  /** Pages without a difference are left out. */
  readonly pages: readonly PageDiff[]
  readonly diagnostics: readonly Diagnostic[]
}
