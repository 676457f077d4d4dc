import type { SegmentDiff } from '../../pipeline/review/segment-diff.ts'

/** A run of words that stayed, went or came. */
export type Word = SegmentDiff['source']['words'][number]
