import { absenceOf } from './absence-of.ts'

/**
 * What a sidecar remembers of a gap, the verbatim text before a segment:
 *
 * - `page`: the digest of the text on the target page when it was last written;
 * - `source`: the digest of the text that the source had there. Equal to `page` unless a person changed the gap.
 *
 * As text: one digest where they are equal, `<page>/<source>` where they differ; for a segment that is not on the page
 * a mark (`absenceMarks`): `absent` is one that is not to be put there.
 */
export type GapRecord = { readonly page: string; readonly source: string } | 'absent'

/** @param text as in the sidecar; undefined for a segment that was never written to the page, as is one awaited there */
export function parseGapRecord(text: string | undefined): GapRecord | undefined {
  const absence = absenceOf(text)
  if (text === undefined || absence === 'awaited') return undefined
  if (absence !== undefined) return 'absent'
  const [page = '', source = page] = text.split('/', 2)
  return { page, source }
}

export function formatGapRecord(record: Exclude<GapRecord, 'absent'>): string {
  return record.page === record.source ? record.page : `${record.page}/${record.source}`
}
