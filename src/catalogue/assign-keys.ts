import type { Segment } from '../model.ts'
import { occurrenceKey } from './occurrence-key.ts'

/**
 * The catalogue key of every segment: the nth of equal segments has a key of its own (`<key>~n`) where the catalogue
 * knows one, and shares the first one's otherwise.
 *
 * @param segments of a page, in page order
 * @param isKnown whether the catalogue has a target or a state under a key
 * @returns an array parallel to `segments`
 */
export function assignKeys(
  segments: readonly Pick<Segment, 'key'>[],
  isKnown: (key: string) => boolean,
): readonly string[] {
  const counts = new Map<string, number>()
  return segments.map(({ key }) => {
    const n = (counts.get(key) ?? 0) + 1
    counts.set(key, n)
    if (n === 1) return key
    const own = occurrenceKey(key, n)
    return isKnown(own) ? own : key
  })
}
