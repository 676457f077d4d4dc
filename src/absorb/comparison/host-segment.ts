import type { Segment, Unit } from '../../model.ts'

/** A segment in the hole of a code: an alt text, a title. */
export interface HoleSegment {
  /** Its index in `segmentsOf`. */
  readonly index: number
  readonly segment: Segment
  readonly unit: Unit
}

/** A segment that is in no hole, with what absorbing needs to know of its surroundings. */
export interface HostSegment extends HoleSegment {
  /** The unit's index among the units of the skeleton's parts. */
  readonly unitIndex: number
  /** Whether it is the first one of its unit. */
  readonly starts: boolean
  /** The verbatim text before it, back to the segment before. */
  readonly gap: string
  /** Those in the holes of its codes, in order. */
  readonly holes: readonly HoleSegment[]
}
