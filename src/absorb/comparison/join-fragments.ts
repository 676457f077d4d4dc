import type { HostSegment } from './host-segment.ts'
import { spaceBefore } from './space-before.ts'

/** The fragment that successive segments of a unit make together, as it would be extracted were they one sentence. */
export function joinFragments(hosts: readonly HostSegment[]): string {
  return hosts
    .map((host, index) => (index === 0 ? '' : (spaceBefore(host) ?? ' ')) + host.segment.fragment)
    .join('')
}
