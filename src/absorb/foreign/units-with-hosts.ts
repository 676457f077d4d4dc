import type { HostSegment } from '../comparison/host-segment.ts'
import type { UnitHosts } from './unit-hosts.ts'

/**
 * Puts a page's hosts together by units.
 *
 * @param tail the verbatim text after the last one
 */
export function unitsWithHosts(hosts: readonly HostSegment[], tail: string): readonly UnitHosts[] {
  const units: { hosts: [HostSegment, ...HostSegment[]]; after: string }[] = []
  for (const host of hosts) {
    const unit = units[units.length - 1]
    if (unit !== undefined && !host.starts) {
      unit.hosts.push(host)
      continue
    }
    if (unit !== undefined) unit.after = host.gap
    units.push({ hosts: [host], after: tail })
  }
  return units
}
