import type { BaseHost } from './base-host.ts'
import type { PageComparison } from './page-comparison.ts'

/** Whether a segment of the base stood on the page when it was last written. */
export function wasOnPage({ text, gap }: BaseHost, { isRecorded }: PageComparison): boolean {
  return text !== '' && gap !== 'absent' && (gap !== undefined || !isRecorded)
}
