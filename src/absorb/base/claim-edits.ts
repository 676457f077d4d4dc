import type { PageTargets, SegmentState } from '../../model.ts'
import { writtenDigest } from './written-digest.ts'

/**
 * Tells the targets that a person changed in the catalogue file since it was saved: they are that person's, made for the
 * source as it was saved, and no run puts another in their place. `markSaved` is what they are told by.
 */
export function claimEdits(page: PageTargets): PageTargets {
  const states = new Map(page.states)
  for (const [key, state] of page.states) {
    const target = page.targets.get(key)
    const saved = state.saved ?? state.written
    if (target === undefined || saved === undefined || saved === writtenDigest(target)) continue
    states.set(key, claimedState(state, target))
  }
  return { ...page, states }
}

function claimedState(before: SegmentState, target: string): SegmentState {
  const { alternatives, previousSource: _, score: __, rung: ___, suggestion: ____, ...state } = before
  const { retranslate: _____, saved: ______, ...known } = state
  const others = alternatives?.filter(text => text !== target) ?? []
  return {
    ...known,
    state: state.state === 'initial' ? 'translated' : state.state,
    origin: 'human',
    ...(others.length === 0 ? {} : { alternatives: others }),
  }
}
