import type { AlignedPlace } from '../../check/page-pair.ts'
import type { Segment } from '../../model.ts'

/**
 * Where the source's segments stand on a page that has them one by one, each as its target says; undefined where a
 * sentence of the page is not one of the targets, as they may end elsewhere there.
 *
 * @param targets parallel to `source`; undefined where the source stands
 */
export function placeInOrder(
  source: readonly Segment[],
  onPage: readonly Segment[],
  targets: readonly (string | undefined)[],
): readonly AlignedPlace[] | undefined {
  const expected = source.map(({ fragment }, index) => targets[index] ?? fragment)
  const isInOrder =
    expected.length === onPage.length && expected.every((text, index) => onPage[index]?.fragment === text)
  return isInOrder ? expected.map((_, index) => ({ segments: [index], on: [index] })) : undefined
}
