/**
 * What a sidecar remembers of a gap, the verbatim text before a segment:
 *
 * - `page`: the digest of the text on the target page when it was last written;
 * - `source`: the digest of the text that the source had there. Equal to `page` unless a person changed the gap.
 *
 * As text: one digest where they are equal, `<page>/<source>` where they differ, `-` for a segment that a person took
 * off the page, so that it is not put back.
 */
export type GapRecord = { readonly page: string; readonly source: string } | 'removed'

/** @param text as in the sidecar; undefined for a segment that was never written to the page */
export function parseGapRecord(text: string | undefined): GapRecord | undefined {
  if (text === undefined) return undefined
  if (text === '-') return 'removed'
  const [page = '', source = page] = text.split('/', 2)
  return { page, source }
}

export function formatGapRecord(record: GapRecord): string {
  if (record === 'removed') return '-'
  return record.page === record.source ? record.page : `${record.page}/${record.source}`
}
