import type { Diagnostic } from '../../model.ts'

/** What a check came to. */
export interface CheckReport {
  /** Source pages that were checked. */
  readonly pages: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Findings that comments and the configuration silence. */
  readonly suppressed: number
  /** By file, then line and column. */
  readonly diagnostics: readonly Diagnostic[]
}
