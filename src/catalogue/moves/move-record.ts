/**
 * What stands in the sidecar's place of a page that moved, for as long as its old target page is there: one line,
 * `{"page":{"movedTo":"guides/printer","carried":"…"}}`.
 */
export interface MoveRecord {
  /** The page path that its source has now. */
  readonly movedTo: string
  /** Digest of the old target page's text, where that text went to the new page: the old one holds nothing of its own. */
  readonly carried?: string
}
