import type { Segment, SegmentState } from '../model.ts'
import type { Entry } from './entry.ts'
import { occurrenceKey } from './occurrence-key.ts'

/** The targets and states of a page's segments, in page order. */
export interface Layout {
  readonly targets: Map<string, string>
  readonly states: Map<string, SegmentState>
}

/**
 * Gives entries their keys. The first of equal segments that has an entry gives it to the shared key; a later one gets
 * a key of its own when its entry is another object.
 *
 * @param segments of a page, in page order
 * @param entries parallel to `segments`
 */
export function layOutEntries(
  segments: readonly Pick<Segment, 'key'>[],
  entries: readonly (Entry | undefined)[],
): Layout {
  const shared = new Map<string, Entry>()
  for (const [n, { key }] of segments.entries()) {
    const entry = entries[n]
    if (entry && !shared.has(key)) shared.set(key, entry)
  }
  const layout: Layout = { targets: new Map(), states: new Map() }
  const counts = new Map<string, number>()
  for (const [n, { key }] of segments.entries()) {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    const entry = entries[n]
    const common = shared.get(key)
    if (common && count === 1) put(layout, key, common)
    else if (entry && entry !== common) put(layout, occurrenceKey(key, count), entry)
  }
  return layout
}

function put({ targets, states }: Layout, key: string, { target, state }: Entry): void {
  if (target !== undefined) targets.set(key, target)
  if (state) states.set(key, { ...state, key })
}
