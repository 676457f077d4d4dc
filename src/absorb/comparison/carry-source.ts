import { alignSequences } from '../sequences/align-sequences.ts'
import type { Item } from '../sequences/sequence.ts'
import type { BaseHost } from './base-host.ts'
import type { HostSegment } from './host-segment.ts'

/** Which segment of the changed source continues which one of the base; both are positions among hosts. */
export interface Carried {
  /** The base's host that a host of the source continues; undefined for a new one. */
  readonly from: readonly (number | undefined)[]
  /** The source's host that continues one of the base; undefined for one that the source has no more. */
  readonly to: readonly (number | undefined)[]
}

/** Follows the base's segments into the source as it is now. Of sentences split or merged, the first one counts. */
export function carrySource(base: readonly BaseHost[], source: readonly HostSegment[]): Carried {
  const from = new Array<number | undefined>(source.length).fill(undefined)
  const to = new Array<number | undefined>(base.length).fill(undefined)
  const items = base.map(({ role, segment: { source: text, isOrphan }, starts }): Item => {
    const item = { kind: role, text, starts }
    return isOrphan ? { ...item, exact: true } : item
  })
  const now = source.map(
    ({ unit, segment, starts }): Item => ({ kind: unit.role, text: segment.fragment, starts }),
  )
  for (const { left, right } of alignSequences(items, now)) {
    from[right.start] = left.start
    to[left.start] = right.start
  }
  return { from, to }
}
