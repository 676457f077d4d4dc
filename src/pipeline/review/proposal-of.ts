import type { SegmentState } from '../../model.ts'

/**
 * What is proposed to be put in the place of what a segment says: its suggestion, where the source changed since or where
 * there is no translation. Everywhere else, and once somebody wrote a text of their own, the text itself is what
 * a reviewer decides upon.
 */
export function proposalOf(
  text: string | undefined,
  state: SegmentState | undefined,
): SegmentState['suggestion'] {
  if (state?.suggestion === undefined || state.suggestion.target === text) return undefined
  return text === undefined || state.previousSource !== undefined ? state.suggestion : undefined
}
