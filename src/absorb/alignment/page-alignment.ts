import type { Span, Unit, Verbatim } from '../../model.ts'
import type { Absence } from '../base/absence.ts'
import type { HoleSegment } from '../comparison/host-segment.ts'
import type { Run } from '../sequences/sequence.ts'

/** What replaces a span of the edited page. */
export interface GapEdit extends Span {
  readonly text: string
}

/** Where one or more successive segments of the source stand on the edited page as one text. */
export interface Place {
  /** Indices in `segmentsOf(source)`. */
  readonly segments: readonly number[]
  /** The edited page's segments that say it: hosts of one unit, or one in a hole. */
  readonly on: readonly [HoleSegment, ...HoleSegment[]]
  /** What they say together. */
  readonly fragment: string
}

/** Units that are new in the source, successive ones together. */
export interface NewBlock {
  /** The edited page's unit that they come after, counted among the units of its parts; -1: they come first in its body. */
  readonly after: number
  /**
   * Their Markdown, taken apart as in a skeleton: line ends, blank lines and markup before them, the units, and what
   * closes the last one's line. For -1 what is before the first one is not among them, and what is after the last one is.
   */
  readonly parts: readonly (Verbatim | Unit)[]
  /** The run of the source's segments that these units hold. */
  readonly segments: Run
}

/** A sentence that is new in a unit that is on the page. */
interface NewSegment {
  readonly segment: number
  /** The edited page's segment that it comes after; undefined: it comes first in the unit of `before`. */
  readonly after: number | undefined
  /** The edited page's segment that it comes before; undefined: it comes last in its unit. */
  readonly before: number | undefined
}

/** What of the source stands where in a target page: all that patching the page needs to know. */
export interface PageAlignment {
  /** In the order of the source. No segment of either page is in two. */
  readonly places: readonly Place[]
  /** The source's segments that are not on the page, and neither new nor in a new unit: a target that is empty is on it. */
  readonly absent: ReadonlyMap<number, Exclude<Absence, 'awaited'>>
  /**
   * Verbatim text that the source alone changed, in offsets of the edited page. None overlaps another; those that begin
   * at one place are in order. They come before new blocks and sentences, whose segments and units they leave as they are.
   */
  readonly gaps: readonly GapEdit[]
  /** What is new in the source between units that are on the page, in its order. */
  readonly newBlocks: readonly NewBlock[]
  /** In the source's order. */
  readonly newSegments: readonly NewSegment[]
  /** Runs of the edited page's segments whose source is gone: a person decides whether they go as well. */
  readonly obsolete: readonly Run[]
}
