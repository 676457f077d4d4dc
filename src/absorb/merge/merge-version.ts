import type { BaseSegment } from '../base/page-base.ts'
import { identityText, identityTextOf } from '../comparison/identity-text.ts'
import { type MergeOutcome, mergeThreeWay } from './merge-three-way.ts'
import type { SegmentVersion } from './segment-version.ts'

/**
 * Merges one text of the edited page three ways, for each of the segments that it stands for. Several segments whose
 * texts are still the same together are unchanged, wherever the page's sentences end, as long as the source has them
 * all.
 *
 * @param segments those of the version's indices
 */
export function mergeVersion(
  segments: readonly BaseSegment[],
  { fragment, on, now }: SegmentVersion,
): readonly MergeOutcome[] {
  const { syntax } = on[0].unit
  const said = on.length === 1 ? identityText(on[0].segment.pattern) : identityTextOf(fragment, syntax)
  const written = segments.map(({ source, target = source }) => target).filter(text => text !== '')
  const isWhole = (segments.length > 1 || on.length > 1) && now.every(one => one !== undefined)
  if (isWhole && collapse(identityTextOf(written.join(' '), syntax)) === collapse(said)) {
    return segments.map(() => ({ type: 'unchanged' }))
  }
  const isOnPage = (other: string) =>
    other === fragment || identityTextOf(other, syntax, on[0].segment.pattern) === said
  return segments.map(({ source, target, state, written }, order) =>
    mergeThreeWay({
      source,
      newSource: now[order]?.segment.fragment,
      target,
      isConfirmed: state === 'reviewed' || state === 'final',
      written,
      edited: fragment,
      isOnPage,
    }),
  )
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ')
}
