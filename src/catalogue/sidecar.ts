import type { ForeignLine, SegmentState } from '../model.ts'

/** What lies beside a target resource: the state of each segment, and of the page. */
export interface Sidecar {
  /** In the order of the file. A state keeps the properties that Verso does not know. */
  readonly states: ReadonlyMap<string, SegmentState>
  readonly diverged: boolean
  readonly tail?: string
  /** Lines without a key of a segment. */
  readonly foreign: readonly ForeignLine[]
}
