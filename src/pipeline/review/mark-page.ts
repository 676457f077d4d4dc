import type { Entry } from '../../catalogue/entry.ts'
import { setTargets } from '../../catalogue/set-targets.ts'
import type { PageTargets, SegmentState } from '../../model.ts'
import { keysOf } from '../run/keys-of.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'

/** What marking makes of a segment; undefined for one that stays as it is. */
export type Mark = (text: string | undefined, before: SegmentState | undefined) => Entry | undefined

interface MarkedPage {
  /** The page's entries with those that were marked; undefined where all stay as they are. */
  readonly entries: PageTargets | undefined
  /** Keys of the segments that were marked. */
  readonly marked: ReadonlySet<string>
  /** Segments that have no text to be marked. */
  readonly untranslated: number
}

/** Marks segments of a page: equal ones that share a key are marked together, and counted once. */
export function markPage(target: TargetInHand, chosen: ReadonlySet<string>, mark: Mark): MarkedPage {
  const { targets, states } = target.entries
  const changes = new Map<number, Entry>()
  const marked = new Set<string>()
  const untranslated = new Set<string>()
  for (const [index, key] of keysOf(target).entries()) {
    if (!chosen.has(key)) continue
    const text = targets.get(key)
    const entry = mark(text, states.get(key))
    if (entry !== undefined) {
      changes.set(index, entry)
      marked.add(key)
    } else if (text === undefined) untranslated.add(key)
  }
  return {
    entries: changes.size === 0 ? undefined : setTargets(target.entries, target.page.segments, changes),
    marked,
    untranslated: untranslated.size,
  }
}
