import { isPersons } from '../../catalogue/is-persons.ts'
import type { EngineName, SegmentState } from '../../model.ts'
import { isMarkedAnew } from './is-marked-anew.ts'
import { keysOf } from './keys-of.ts'
import type { TargetInHand } from './page-in-hand.ts'

/**
 * The segments of a page that a run is to fill: those without a target, those that a test engine made when another
 * engine is asked for, and stale ones. What a person wrote or confirmed is never filled anew: a stale one is given a
 * suggestion.
 * What is not to be on a page that is patched needs no text.
 *
 * @returns indexes into the page's segments, ascending
 */
export function listWanted(target: TargetInHand, engine: EngineName): readonly number[] {
  const { targets, states } = target.entries
  const wanted: number[] = []
  for (const [index, key] of keysOf(target).entries()) {
    if (target.diverged?.alignment.absent.has(index)) continue
    const isEmpty = targets.get(key) === undefined
    if (needsText(states.get(key), isEmpty, engine)) wanted.push(index)
  }
  return wanted
}

function needsText(state: SegmentState | undefined, isEmpty: boolean, engine: EngineName): boolean {
  if (state === undefined) return isEmpty
  const isConfirmed = state.state === 'reviewed' || state.state === 'final'
  // Somebody is at it: a suggestion would be what is approved in the place of their text.
  if (!isEmpty && !isConfirmed && isPersons(state)) return false
  if (!isConfirmed && isTestEngine(state.origin) && state.origin !== engine) return true
  if (isMarkedAnew(state)) return !isTestEngine(engine)
  // An answer of this engine that could not be used would be no better, and would be billed, a second time.
  if (state.suggestion?.origin === engine || (state.rung === 'rejected' && state.origin === engine))
    return false
  if (state.previousSource !== undefined && state.rung === 'rejected') return false
  if (state.previousSource !== undefined) return !isConfirmed || !isTestEngine(engine)
  return isEmpty
}

function isTestEngine(name: string | undefined): boolean {
  return name === 'identity' || name === 'pseudo'
}
