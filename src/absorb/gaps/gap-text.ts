import type { HostSegment } from '../comparison/host-segment.ts'
import { closingOf } from './closing-of.ts'

/** The verbatim text between two hosts that are on a page. */
export interface GapText {
  /** What closes the block before: nothing inside a unit. */
  readonly closing: string
  readonly rest: string
}

/** The gap before a host, taken apart. */
export function gapText(hosts: readonly HostSegment[], position: number, tail: string): GapText {
  const gap = hosts[position]?.gap ?? tail
  const closing = hosts[position]?.starts === false ? '' : closingOf(hosts[position - 1]?.unit, gap)
  return { closing, rest: gap.slice(closing.length) }
}
