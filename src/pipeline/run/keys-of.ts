import { assignKeys } from '../../catalogue/assign-keys.ts'
import type { TargetInHand } from './page-in-hand.ts'

/** The catalogue key of each of the page's segments, parallel to them. */
export function keysOf({ page, entries }: Pick<TargetInHand, 'page' | 'entries'>): readonly string[] {
  return assignKeys(page.segments, key => entries.targets.has(key) || entries.states.has(key))
}
