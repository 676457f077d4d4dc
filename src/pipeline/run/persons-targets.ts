import { isPersons } from '../../catalogue/is-persons.ts'
import { keysOf } from './keys-of.ts'
import type { TargetInHand } from './page-in-hand.ts'

/** Indexes of the segments whose targets a person wrote or confirmed: what their codes are is that person's decision. */
export function personsTargets(target: Pick<TargetInHand, 'page' | 'entries'>): ReadonlySet<number> {
  const { states } = target.entries
  return new Set(
    keysOf(target).flatMap((key, index) => {
      const state = states.get(key)
      return state !== undefined && isPersons(state) ? [index] : []
    }),
  )
}
