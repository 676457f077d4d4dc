import type { OldSegment } from './old-segment.ts'

/**
 * What a segment continues of the page as it was:
 *
 * - `kept`: the same sentence; its role or typography at most is another;
 * - `changed`: a sentence that was edited, or the first part of one that was split;
 * - `rest`: a later part of a sentence that was split: the target of the whole stands at its first part;
 * - `merged`: several sentences made one.
 */
export interface SourceMatch {
  readonly relation: 'kept' | 'changed' | 'rest' | 'merged'
  readonly olds: readonly OldSegment[]
}
