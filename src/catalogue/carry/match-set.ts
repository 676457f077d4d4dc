import type { Segment } from '../../model.ts'
import type { OldSegment } from './old-segment.ts'
import type { SourceMatch } from './source-match.ts'

/** A page's segments and what they continue, filled in step by step. */
export interface MatchSet {
  readonly segments: readonly Pick<Segment, 'key' | 'fragment'>[]
  readonly olds: readonly OldSegment[]
  /** Indices of the segments that share a key, in page order. */
  readonly groups: ReadonlyMap<string, readonly number[]>
  /** Old segments that share a key. */
  readonly variants: ReadonlyMap<string, readonly OldSegment[]>
  /** Parallel to `segments`. */
  readonly matches: readonly (SourceMatch | undefined)[]
  isUsed(old: OldSegment): boolean
  /** Makes a segment continue old ones, which nothing else then can. */
  take(index: number, match: SourceMatch): void
}
