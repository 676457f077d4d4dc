import type { SegmentState } from '../model.ts'

/** Whether a segment's target is a person's work, written or confirmed: no run may drop it or put another in its place. */
export function isPersons({ state, origin, alternatives }: SegmentState): boolean {
  return state === 'reviewed' || state === 'final' || origin === 'human' || alternatives !== undefined
}
