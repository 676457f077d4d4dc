/** An entry of the configuration's `suppress`. */
export interface SuppressionRule {
  readonly code: string
  /** Page-path glob; with neither `pages` nor `key` the whole project is meant. */
  readonly pages?: string
  /** Segment key. */
  readonly key?: string
  readonly reason: string
}
