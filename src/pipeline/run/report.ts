import type { Diagnostic, Locale } from '../../model.ts'

/** What a run came to in one target locale, or in all of them together. */
export interface Totals {
  /** Source pages that were looked at. */
  readonly pages: number
  /** Segments of those pages. */
  readonly segments: number
  /** Segments that this run filled from the memory. */
  readonly fromMemory: number
  /** Segments that this run filled from an engine. */
  readonly fromEngine: number
  /** Segments that are left without a translation. */
  readonly untranslated: number
  /** Segments whose source changed since their target was made. */
  readonly stale: number
  /** Characters sent to the engine after memory and deduplication; in a dry run, those that would be. */
  readonly characters: number
  /** Characters of the distinct texts that the memory had nothing for: what the run was expected to be billed. */
  readonly estimatedCharacters: number
  /** Characters that the service says it billed. */
  readonly billedCharacters: number
  /** Characters of all segments that were to be filled: what would be sent without memory and deduplication. */
  readonly wantedCharacters: number
  /** Share of `wantedCharacters` that memory and deduplication save, 0 to 1. */
  readonly saved: number
  /** What was billed, or in a dry run would be, at the configured price; missing when none is configured. */
  readonly price?: number
}

/** Why a run ended before its work was done. What was done until then is on disk. */
export type Stopped =
  | { readonly reason: 'interrupted' }
  | { readonly reason: 'cap' }
  | { readonly reason: 'engine'; readonly message: string }

export interface TranslateReport extends Totals {
  readonly dryRun: boolean
  readonly engine: string
  readonly locales: Readonly<Record<Locale, Totals>>
  /** Files written, from the root, sorted. */
  readonly files: readonly string[]
  /** Files of sources that are gone that were removed or, in a dry run, would be; missing where that was not asked for. */
  readonly removed?: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly stopped?: Stopped
}
