import type { SegmentState } from '../model.ts'

/** What the catalogue keeps of a segment in one target locale. Its key is for the page's layout to give. */
export interface Entry {
  /** Undefined for an untranslated segment, empty for one whose text a neighbour's target holds. */
  readonly target: string | undefined
  readonly state: Omit<SegmentState, 'key'> | undefined
}
