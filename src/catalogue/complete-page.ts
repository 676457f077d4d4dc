import type { PageTargets } from '../model.ts'
import type { Layout } from './lay-out-entries.ts'
import { mergeOrder } from './merge-order.ts'

/**
 * A page's targets anew: its segments' in page order, then its orphans', and between them, where they stood, the
 * entries that a person added.
 *
 * @param page as it was
 * @param isAdded whether a key that is neither of a segment nor of an orphan stays
 */
export function completePage(
  page: PageTargets,
  segments: Layout,
  orphans: Layout,
  isAdded: (key: string) => boolean,
): PageTargets {
  const kept = [...segments.targets.keys(), ...orphans.targets.keys()]
  const targets = new Map<string, string>()
  const states = new Map([...segments.states, ...orphans.states])
  for (const key of mergeOrder(page.targets.keys(), kept, isAdded)) {
    const target = segments.targets.get(key) ?? orphans.targets.get(key)
    const state = page.states.get(key)
    targets.set(key, target ?? page.targets.get(key) ?? '')
    if (target === undefined && state) states.set(key, state)
  }
  return { ...page, targets, states }
}
