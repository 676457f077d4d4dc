import type { HostSegment } from '../comparison/host-segment.ts'

/** Whether a host comes first in the body of its page: after nothing, or after a value of the front matter. */
export function beginsBody(before: HostSegment | undefined, host: HostSegment | undefined): boolean {
  return (before === undefined || before.unit.place.type === 'yaml') && host?.unit.place.type !== 'yaml'
}
