import type { PlannedSegment } from '../../translate/create-estimator.ts'
import type { FillOutcome } from '../../translate/create-fill-run.ts'
import type { FillPage } from '../../translate/fill-page.ts'
import type { CataloguePage } from '../../translate/pairs-of-page.ts'

/** What filling came to so far. */
interface FillCounts {
  readonly fromMemory: number
  readonly fromEngine: number
  readonly characters: number
  readonly estimatedCharacters: number
  readonly billedCharacters: number
  readonly wantedCharacters: number
}

/**
 * Fills segments of one target locale in one run. The memory is read from the catalogue when the first segment needs
 * it: a run that has nothing to fill never does. In a dry run, what would be filled is `planned`.
 */
export interface Filler {
  fill(pages: readonly FillPage[]): Promise<FillOutcome & { readonly planned?: readonly PlannedSegment[] }>
  /** Has the memory hold what a page knows; to be called before the first `fill`. */
  learn(page: CataloguePage): void
  readonly counts: FillCounts
}
