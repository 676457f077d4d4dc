import type { HoleSegment } from '../comparison/host-segment.ts'

/** One or more successive segments of the base that are one text on the edited page: hosts, or one in a hole. */
export interface SegmentVersion {
  /** Indices in the base. */
  readonly indices: readonly number[]
  /** For each of them the source's segment that continues it; undefined for one that is gone. */
  readonly now: readonly (HoleSegment | undefined)[]
  /** The text on the edited page, and the segments that it is made of: at least one. */
  readonly fragment: string
  readonly on: readonly [HoleSegment, ...HoleSegment[]]
}
