import type { Diagnostic, PageTargets } from '../../model.ts'

/** A target page as it is to be written. */
export interface NewTarget {
  readonly text: string
  readonly entries: PageTargets
  /** `entries`, and what is remembered of the page once `text` is written. */
  readonly recorded: PageTargets
  readonly diagnostics: readonly Diagnostic[]
}
