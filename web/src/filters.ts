import type { PageSummary, SegmentView } from '../../src/pipeline/review/review-view.ts'

export const filters = ['all', 'stale', 'untranslated', 'machine', 'lowConfidence', 'findings'] as const
export type Filter = (typeof filters)[number]

/** Below this score, in percent, a machine's translation counts as unsure. */
const lowScore = 60

export function matchesFilter(segment: SegmentView, filter: Filter): boolean {
  const isOpen = segment.state === 'initial' || segment.state === 'translated'
  switch (filter) {
    case 'all':
      return true
    case 'stale':
      return segment.change !== undefined
    case 'untranslated':
      return segment.targetFragment === undefined
    case 'machine':
      return isOpen && segment.targetFragment !== undefined && segment.origin !== 'human'
    case 'lowConfidence':
      return isOpen && segment.score !== undefined && segment.score < lowScore
    case 'findings':
      return segment.findings.length > 0
  }
}

/** How many segments of a page a filter shows. */
export function countOf(summary: PageSummary, filter: Filter): number {
  return filter === 'all' ? summary.segments : summary[filter]
}
