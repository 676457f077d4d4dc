import type { SegmentView } from '../../src/pipeline/review/review-view.ts'

/** The state as the reviewer sees it: a source that changed comes before everything else. */
export function stateOf({
  state,
  change,
}: SegmentView): 'initial' | 'translated' | 'reviewed' | 'final' | 'stale' {
  return change === undefined ? state : 'stale'
}
