import type { SegmentState } from '../model.ts'
import { isSegmentKey } from './is-segment-key.ts'

/**
 * Whether a target is nobody's to drop. One without a state line was not written by Verso, or by a run that was killed;
 * one under a key of another form is a person's own.
 */
export function isPersonsEntry(key: string, state: SegmentState | undefined): boolean {
  if (!state || !isSegmentKey(key)) return true
  return state.state === 'reviewed' || state.state === 'final' || state.origin === 'human'
}
