import type { Run } from './sequence.ts'

/** What of the source stands where in a target page: all that patching the page needs to know. */
export interface PageAlignment {
  /**
   * For each of the source's segments, as in `segmentsOf`, the run of the edited page's segments that hold its target,
   * its last one's holes not counted: undefined for a segment that is new, merged into another one, or not on the page.
   */
  readonly segments: readonly (Run | undefined)[]
  /** Parallel to `segments`: whether the source's verbatim text before the segment changed and the page's did not. */
  readonly gaps: readonly boolean[]
  /** The same for what follows the last segment. */
  readonly tail: boolean
  /** Units that are new in the source, in its order. Units are counted among the units of a skeleton's parts. */
  readonly newUnits: readonly {
    readonly unit: number
    /** The edited page's unit that it comes after; -1: it comes first. */
    readonly after: number
  }[]
  /** Sentences that are new in a unit that is on the page, in the source's order. */
  readonly newSegments: readonly {
    readonly segment: number
    /** The edited page's segment that it comes after; undefined: it comes first in the unit of `before`. */
    readonly after: number | undefined
    /** The edited page's segment that it comes before; undefined: it comes last in its unit. */
    readonly before: number | undefined
  }[]
  /** Runs of the edited page's segments whose source is gone: a person decides whether they go as well. */
  readonly obsolete: readonly Run[]
}
