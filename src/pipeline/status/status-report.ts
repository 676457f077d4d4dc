import type { Diagnostic, Locale, State } from '../../model.ts'

/** How far a page has come in one target locale. */
export interface PageStatus {
  readonly page: string
  readonly locale: Locale
  /** Segments by state. */
  readonly states: Readonly<Record<State, number>>
  /** Segments whose source changed since their target was made; they are among `states` too. */
  readonly stale: number
  /** Words of the source. */
  readonly words: number
  /** Words of the source's segments that are without a translation or stale. */
  readonly wordsLeft: number
  /** Entries of the catalogue whose sentence the page no longer has. */
  readonly orphans: number
  /** Whether the target page exists. */
  readonly exists: boolean
}

export interface StatusReport {
  readonly pages: readonly PageStatus[]
  /** Target pages and catalogue files without a source page, from the root. */
  readonly orphans: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}
