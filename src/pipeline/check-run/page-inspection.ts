import type { PageFacts } from '../../check/page-facts.ts'
import type { Suppression } from '../../check/suppression.ts'
import type { Diagnostic } from '../../model.ts'

/** What was found about one page in one locale, by itself. */
export interface PageInspection {
  readonly diagnostics: readonly Diagnostic[]
  /** Undefined for a page that can't be read or taken apart. */
  readonly facts?: PageFacts
  /** Suppressions of the source page and of the target page. */
  readonly comments: { readonly source: readonly Suppression[]; readonly target: readonly Suppression[] }
}
