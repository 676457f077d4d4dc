import type { LabelPolicy } from '../config/config.ts'
import type { Diagnostic, Origin, SegmentState, Skeleton, State } from '../model.ts'

/** A page with segments to fill. */
export interface FillPage {
  /** Page path, without the locale. */
  readonly path: string
  /** The source page's file, for diagnostics. */
  readonly file: string
  readonly skeleton: Skeleton
  /** Indexes into `segmentsOf(skeleton)` of the segments that need a target, ascending. */
  readonly wanted: readonly number[]
  readonly labels: LabelPolicy
}

/** What became of one segment. */
export interface FillResult {
  readonly page: FillPage
  /** Index into `segmentsOf(page.skeleton)`. */
  readonly index: number
  readonly key: string
  /** The fragment to store; undefined when the segment stays `initial`. */
  readonly target: string | undefined
  readonly state: Extract<State, 'initial' | 'translated'>
  readonly origin?: Origin
  readonly score?: number
  readonly rung?: Rung
  readonly suggestion?: NonNullable<SegmentState['suggestion']>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The step of the repair ladder that gave a target: white space (or doubled entities) put right in the answer, another
 * encoding asked for, the text translated piece by piece around its codes; or the glossary term insisted on. `rejected`
 * is what lies below the ladder: the engine named by `origin` has no usable text, and asking it again would only cost.
 */
export type Rung = 'spacing' | 'alternate' | 'pieces' | 'instruction' | 'rejected'
