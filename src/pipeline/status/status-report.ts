import type { Diagnostic, Locale, State } from '../../model.ts'

/** How far a page has come in one target locale. */
export interface PageStatus {
  readonly page: string
  readonly locale: Locale
  /** Segments by state. */
  readonly states: Readonly<Record<State, number>>
  /** Segments whose source changed since their target was made; they are among `states` too. */
  readonly stale: number
  /** Segments that `glossary impact` marked and no run has translated anew; they are among `states` too. */
  readonly glossaryOutdated: number
  /** Words of the source. */
  readonly words: number
  /** Words of the source's segments that are without a translation, stale, or marked by `glossary impact`. */
  readonly wordsLeft: number
  /** Entries of the catalogue whose sentence the page no longer has. */
  readonly orphans: number
  /** Whether the target page exists. */
  readonly exists: boolean
}

/** What DeepL says of the account in this billing period, in characters; or why it says nothing. */
export type ServiceUsage = { readonly count: number; readonly limit: number } | { readonly problem: string }

export interface CostReport {
  /** Characters billed so far, by locale and engine. */
  readonly billed: Readonly<Record<Locale, Readonly<Record<string, number>>>>
  readonly usage?: ServiceUsage
}

export interface StatusReport extends CostReport {
  readonly pages: readonly PageStatus[]
  /** Target pages and catalogue files without a source page, from the root. */
  readonly orphans: readonly string[]
  /** Those whose source was renamed, with its file or page path now. */
  readonly moved: readonly { readonly file: string; readonly to: string }[]
  readonly diagnostics: readonly Diagnostic[]
}
