import type { Entry } from '../../catalogue/entry.ts'
import type { SegmentState } from '../../model.ts'

/**
 * The text as it is, for the source as it is, whatever is suggested.
 *
 * @returns undefined for a segment that stays as it is
 */
export function confirmedEntry(
  text: string | undefined,
  before: SegmentState | undefined,
): Entry | undefined {
  if (text === undefined) return undefined
  if (before === undefined) return { target: text, state: { state: 'reviewed' } }
  const { suggestion: _, previousSource, alternatives, retranslate: __, ...state } = before
  const isSettled = previousSource === undefined && alternatives === undefined
  const isDone = state.state === 'final' || (state.state === 'reviewed' && isSettled)
  return isDone ? undefined : { target: text, state: { ...state, state: 'reviewed' } }
}
