import type { PageTargets } from '../model.ts'
import { isPersonsEntry } from './is-persons-entry.ts'

/** Whether a catalogue page holds something that a person made or confirmed. */
export function isPersonsPage({ targets, states, foreign }: PageTargets): boolean {
  if (foreign !== undefined && foreign.resource.length + foreign.sidecar.length > 0) return true
  return [...targets.keys()].some(key => isPersonsEntry(key, states.get(key)))
}
