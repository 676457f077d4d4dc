import type { SegmentState } from '../../model.ts'

/** Whether a change of the glossary asks for another target. What a person has confirmed since then stands. */
export function isMarkedAnew(state: SegmentState | undefined): boolean {
  const isConfirmed = state?.state === 'reviewed' || state?.state === 'final'
  return state?.retranslate === true && !isConfirmed
}
