import type { PageRecord } from '../../absorb/base/page-record.ts'
import type { PageTargets, SegmentState } from '../../model.ts'
import { keysOf } from './keys-of.ts'
import type { TargetInHand } from './page-in-hand.ts'

/**
 * The catalogue's entries with what is remembered of the page as written. Segments that share a key have their gaps
 * joined, in page order. Every segment gets a line of state, untranslated ones included.
 */
export function recordPage(target: Pick<TargetInHand, 'page' | 'entries'>, record: PageRecord): PageTargets {
  const { entries } = target
  const gaps = new Map<string, string>()
  const written = new Map<string, string>()
  for (const [index, key] of keysOf(target).entries()) {
    const gap = record.gaps[index] ?? ''
    const before = gaps.get(key)
    gaps.set(key, before === undefined ? gap : `${before} ${gap}`)
    if (before === undefined) written.set(key, record.written[index] ?? '')
  }
  const states = new Map<string, SegmentState>()
  for (const [key, gap] of gaps) {
    const state = entries.states.get(key) ?? {
      key,
      state: entries.targets.has(key) ? 'translated' : 'initial',
    }
    states.set(key, { ...state, gap, written: written.get(key) ?? '' })
  }
  for (const [key, state] of entries.states) if (!states.has(key)) states.set(key, state)
  return { ...entries, states, tail: record.tail }
}
