import { type Absence, absenceMarks } from './absence.ts'

/** @param gap a record of a sidecar's `gap`; undefined when the segment was never written to the page */
export function absenceOf(gap: string | undefined): Absence | undefined {
  if (gap === absenceMarks.removed) return 'removed'
  if (gap === absenceMarks.unfound) return 'unfound'
  return gap === absenceMarks.awaited ? 'awaited' : undefined
}
