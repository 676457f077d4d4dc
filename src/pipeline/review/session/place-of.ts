import type { Decision, PageView } from '../review-view.ts'

/** Where a segment is that a reviewer looked at: undefined when it is no longer what they saw. */
export function placeOf(
  { segments }: PageView,
  { index, key, version }: Pick<Decision, 'index' | 'key' | 'version'>,
): number | undefined {
  const isSeen = (segment: PageView['segments'][number] | undefined) =>
    segment?.key === key && segment.version === version
  return isSeen(segments[index]) ? index : segments.find(isSeen)?.index
}
