import type { OldSegment } from './old-segment.ts'
import type { WordProfile } from './word-profile.ts'

/** An old segment that nothing continues yet. */
export interface OldCandidate {
  readonly old: OldSegment
  readonly place: number
  readonly profile: WordProfile
}

/** Equal segments that continue nothing yet. */
export interface NewCandidate {
  /** Indices of the segments, in page order. */
  readonly indices: readonly number[]
  readonly place: number
  readonly role: string
  readonly fragment: string
  /** Index of the segment after the first one in its unit; undefined at the unit's end. */
  readonly next: number | undefined
  readonly profile: WordProfile
}
