/** What the catalogue is to remember of a target page that was written. Arrays are parallel to `segmentsOf(source)`. */
export interface PageRecord {
  /** For each segment's `gap`. Segments that share a key have theirs joined with spaces. */
  readonly gaps: readonly string[]
  /** For each segment's `written`. */
  readonly written: readonly string[]
  readonly tail: string
}
