import type { Locale, PageFormat, Pattern, Segment, SegmentState, Skeleton, Unit } from '../model.ts'

/** A segment of a page with the unit it is in. */
export interface PlacedSegment {
  readonly segment: Segment
  readonly unit: Unit
  /** Index of its unit in the page; a hole's unit has the index of its host's. */
  readonly unitIndex: number
  /** Whether it stands inside a code of another segment: an alt text, a title. */
  readonly isHole: boolean
}

/** Where one or more successive segments of the source stand on the target page. */
export interface AlignedPlace {
  /** Indices among the source's segments. */
  readonly segments: readonly number[]
  /** Indices among the target page's segments. */
  readonly on: readonly number[]
}

/**
 * What stands for what: sentences of the source and those of the target page that translate them. More than one where a
 * translator merged or split sentences.
 */
export interface SegmentPair {
  readonly key: string
  readonly state: SegmentState | undefined
  readonly source: readonly [PlacedSegment, ...PlacedSegment[]]
  readonly target: readonly [PlacedSegment, ...PlacedSegment[]]
  /** The sentences' patterns, joined by spaces. */
  readonly sourcePattern: Pattern
  readonly targetPattern: Pattern
}

/** One side of a pair of pages. */
export interface PageSide {
  /** From the root. */
  readonly file: string
  readonly text: string
  readonly skeleton: Skeleton
  readonly segments: readonly PlacedSegment[]
}

/** A source page and its translation, aligned. */
export interface PagePair {
  readonly page: string
  readonly locales: { readonly source: Locale; readonly target: Locale }
  /** Its slugs, stems and link targets are those of the target locale. */
  readonly source: PageSide
  readonly target: PageSide
  readonly pairs: readonly SegmentPair[]
  /** Pairs of a unit of the source together, for what a translator may move from one sentence to the next. */
  readonly unitPairs: readonly SegmentPair[]
  /** Segments of the target page that are a translation, or a person's own: not those where the source stands. */
  readonly translated: readonly PlacedSegment[]
  /** The target page's structure is known to be another one than the source's. */
  readonly diverged: boolean
  readonly format: PageFormat
}
