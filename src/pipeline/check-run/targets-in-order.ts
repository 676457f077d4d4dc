import { keysOf } from '../run/keys-of.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'

/** The target of each segment of a page; undefined for one that is untranslated. */
export function targetsInOrder(target: TargetInHand): readonly (string | undefined)[] {
  return keysOf(target).map(key => target.entries.targets.get(key))
}
