import type { SegmentDiff } from '../../pipeline/review/segment-diff.ts'

/** `stale, reviewed, human`: what is to be known of a segment beside its texts. */
export function describeState({
  source,
  state,
  origin,
  score,
  target,
  glossaryOutdated,
}: SegmentDiff): string {
  const isStale = source.before !== undefined && source.before !== source.now
  const parts = [
    ...(isStale ? ['stale'] : []),
    ...(glossaryOutdated ? ['glossary changed'] : []),
    target.current === undefined && target.proposed === undefined ? 'untranslated' : state,
    ...(origin === undefined ? [] : [score === undefined ? origin : `${origin} ${Math.round(score)} %`]),
  ]
  return parts.join(', ')
}
