import type { GapRecord } from '../base/gap-record.ts'
import type { BaseSegment } from '../base/page-base.ts'

/** A segment of the page as last written that is in no hole. */
export interface BaseHost {
  /** Its index among the base's segments. */
  readonly index: number
  readonly segment: BaseSegment
  /** The role of its unit, from its key. */
  readonly role: string
  /** The identity text of what was written; empty where nothing was. */
  readonly text: string
  /** Whether it is the first one of its unit. */
  readonly starts: boolean
  /** Undefined when the segment was never written to the page. */
  readonly gap: GapRecord | undefined
  /** Indices, among the base's segments, of those in the holes of its codes. */
  readonly holes: readonly number[]
}
