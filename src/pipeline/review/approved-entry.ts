import type { Entry } from '../../catalogue/entry.ts'
import type { SegmentState } from '../../model.ts'
import { definedOf } from '../defined-of.ts'
import { confirmedEntry } from './confirmed-entry.ts'
import { proposalOf } from './proposal-of.ts'

/**
 * What approving a segment makes of it, on the page and by the command alike: what is shown as proposed is taken, for
 * the source as it is now; without a proposal the text stands.
 *
 * @returns undefined for a segment that stays as it is: one that is approved or final, or that has nothing to approve
 */
export function approvedEntry(text: string | undefined, before: SegmentState | undefined): Entry | undefined {
  if (before?.state === 'final') return undefined
  const proposal = proposalOf(text, before)
  if (proposal === undefined) return confirmedEntry(text, before)
  const { target, origin, score } = proposal
  const {
    suggestion: _,
    previousSource: __,
    score: ___,
    rung: ____,
    retranslate: _____,
    alternatives: ______,
    ...rest
  } = before ?? {}
  return { target, state: { ...rest, state: 'reviewed', origin, ...definedOf({ score }) } }
}
