/**
 * Why a segment of the source is not on a target page that is patched:
 *
 * - `removed`: a person took it off: it is not put back;
 * - `unfound`: the page was written by hand, and whether the segment stands there could not be told;
 * - `awaited`: it is yet to be put there.
 */
export type Absence = 'removed' | 'unfound' | 'awaited'

/** What stands in a sidecar's `gap` for a segment that is not on the page. */
export const absenceMarks = { removed: '-', unfound: '?', awaited: '+' } as const satisfies Record<
  Absence,
  string
>
