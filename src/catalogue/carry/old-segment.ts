import type { SegmentState } from '../../model.ts'

/** A segment of the page as it was when its target was made: an entry of the old source resource, or an orphan. */
export interface OldSegment {
  readonly key: string
  /** The key that it shares with its equals, and which of them it is, from 1. */
  readonly base: string
  readonly ordinal: number
  readonly role: string
  readonly fragment: string
  readonly target: string | undefined
  readonly state: SegmentState | undefined
  /** Its place in the old source resource; undefined for an orphan, or when that resource does not list it. */
  readonly place: number | undefined
}
