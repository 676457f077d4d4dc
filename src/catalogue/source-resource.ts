import type { Segment } from '../model.ts'
import { assignKeys } from './assign-keys.ts'
import { isSegmentKey } from './is-segment-key.ts'
import { mergeOrder } from './merge-order.ts'
import type { Resource } from './resource.ts'

/**
 * A page's source resource: the fragment of every key that a target resource may have, in page order. What a person
 * added to the file stays where it was; segments that the page no longer has go.
 *
 * @param segments of the page as it is now, in page order
 * @param isKnown whether any target locale has a key: only then is an occurrence listed under a key of its own
 * @param before the resource as it was
 */
export function sourceResource(
  segments: readonly Pick<Segment, 'key' | 'fragment'>[],
  isKnown: (key: string) => boolean,
  before: Resource,
): Resource {
  const fragments = new Map<string, string>()
  for (const [n, key] of assignKeys(segments, isKnown).entries()) {
    const segment = segments[n]
    if (segment) fragments.set(key, segment.fragment)
  }
  const order = mergeOrder(before.texts.keys(), [...fragments.keys()], key => !isSegmentKey(key))
  const texts = new Map(order.map(key => [key, fragments.get(key) ?? before.texts.get(key) ?? '']))
  return { texts, foreign: before.foreign }
}
