import type { SegmentState } from '../model.ts'
import { isPersons } from './is-persons.ts'
import { isSegmentKey } from './is-segment-key.ts'

/**
 * Whether a target is nobody's to drop. One without a state line was not written by Verso, or by a run that was killed;
 * one under a key of another form is a person's own.
 */
export function isPersonsEntry(key: string, state: SegmentState | undefined): boolean {
  return !state || !isSegmentKey(key) || isPersons(state)
}
