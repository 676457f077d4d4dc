import type { BaseHost } from './base-host.ts'
import type { Carried } from './carry-source.ts'
import type { HostSegment } from './host-segment.ts'
import type { EditedMatch } from './match-edited.ts'

/** The three versions of a page, matched: as last written, as edited, and as the source is now. */
export interface PageComparison {
  readonly base: readonly BaseHost[]
  readonly edited: readonly HostSegment[]
  readonly source: readonly HostSegment[]
  readonly carried: Carried
  /** In the order of the base. */
  readonly matches: readonly EditedMatch[]
  /** The match of each of the base's hosts; undefined for one that is not on the edited page. */
  readonly matchOfBase: readonly (EditedMatch | undefined)[]
  /** The match of each of the edited page's hosts; undefined for one that stands for no segment. */
  readonly matchOfEdited: readonly (EditedMatch | undefined)[]
  /** Whether the base knows what was last written to the page. */
  readonly isRecorded: boolean
  /** The verbatim text after the last segment of the edited page, and of the source. */
  readonly tails: { readonly edited: string; readonly source: string }
}
