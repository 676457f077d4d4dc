import type { HostSegment } from '../comparison/host-segment.ts'

/** The segments of a unit that are in no hole. */
export interface UnitHosts {
  readonly hosts: readonly [HostSegment, ...HostSegment[]]
  /** The verbatim text after the last one, up to the next unit's first. */
  readonly after: string
}
