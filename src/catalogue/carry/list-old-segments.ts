import type { PageTargets, Segment } from '../../model.ts'
import { baseKey } from '../base-key.ts'
import { isSegmentKey } from '../is-segment-key.ts'
import type { OldSegment } from './old-segment.ts'

/**
 * All segments that a page's targets may have been made for: those of its old source resource in their order, then
 * those that resource does not list but the page or its orphans tell the source of.
 */
export function listOldSegments(
  oldSource: ReadonlyMap<string, string>,
  segments: readonly Pick<Segment, 'key' | 'fragment'>[],
  page: PageTargets,
): readonly OldSegment[] {
  const olds: OldSegment[] = []
  const add = (key: string, fragment: string, place: number | undefined) => {
    const base = baseKey(key)
    olds.push({
      key,
      base,
      ordinal: key === base ? 1 : Number(key.slice(base.length + 1)),
      role: key.slice(0, key.indexOf('.')),
      fragment,
      target: page.targets.get(key),
      state: page.states.get(key),
      place,
    })
  }
  for (const [key, fragment] of oldSource) if (isSegmentKey(key)) add(key, fragment, olds.length)
  const sources = new Map([...oldSource, ...segments.map(({ key, fragment }) => [key, fragment] as const)])
  for (const key of new Set([...page.targets.keys(), ...page.states.keys()])) {
    if (oldSource.has(key)) continue
    const fragment = page.states.get(key)?.orphanSource ?? sources.get(key) ?? sources.get(baseKey(key))
    if (fragment !== undefined) add(key, fragment, undefined)
  }
  return olds
}
