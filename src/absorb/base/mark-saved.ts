import type { PageTargets, SegmentState } from '../../model.ts'
import { writtenDigest } from './written-digest.ts'

/** A page's targets as they are to be saved, those marked that are not what the target page says: see `claimEdits`. */
export function markSaved(page: PageTargets): PageTargets {
  const states = new Map<string, SegmentState>()
  for (const [key, { saved: _, ...state }] of page.states) {
    const target = page.targets.get(key)
    const digest = target === undefined || state.written === undefined ? undefined : writtenDigest(target)
    states.set(key, digest === undefined || digest === state.written ? state : { ...state, saved: digest })
  }
  return { ...page, states }
}
