import type { Diagnostic, EngineName, Locale } from '../../model.ts'
import type { LinkReplacement } from '../../syntax/rewrite-url.ts'
import type { PageRecord, RunIndex } from '../run-index.ts'
import type { Filler } from './filler.ts'
import type { TargetInHand } from './page-in-hand.ts'

/** One target locale of a run. */
export interface LocaleRun {
  readonly locale: Locale
  readonly engineName: EngineName
  /** `identity` and `pseudo` leave alone whatever is not text. */
  readonly isTestRun: boolean
  /** What stands for what in link targets; nothing in a test run. */
  readonly links: readonly LinkReplacement[]
  /** Price of a million characters of the engine; undefined when none is configured. */
  readonly pricePerMillion: number | undefined
  /** The text of the glossary that the run works with. */
  readonly glossaryText: string
  /** Digest of all that decides a page's outcome beside its own files. */
  readonly settings: string
  /** What an earlier run left; without pages when it doesn't stand any more. */
  readonly index: RunIndex
  /** What this run leaves. */
  readonly records: Map<string, PageRecord>
  /** Findings of pages that this run left alone. */
  readonly refused: Map<string, readonly Diagnostic[]>
  readonly filler: Filler
  /** The targets of the window in hand, by page path: where an engine's answers go. */
  readonly inHand: Map<string, TargetInHand>
  /** What filling found on pages of this run, for those that are gone through once more. */
  readonly fillFindings: Map<string, readonly Diagnostic[]>
  /** What happened in this run alone. */
  readonly events: Diagnostic[]
  /** Findings that belong to no page. */
  readonly diagnostics: readonly Diagnostic[]
  readonly files: Set<string>
  /** Page paths of pages whose edits by hand the memory was given. */
  readonly learnt: Set<string>
}
