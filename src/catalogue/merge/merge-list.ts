import type { KeyedLines } from './keyed-lines.ts'
import type { MergedLine } from './merge-lines.ts'

/**
 * Merges three versions of a list that is kept sorted by its keys' code units. What one side changed or removed is changed
 * or removed; a line that one changed and the other removed is gone, for no text is lost by that.
 */
export function mergeList(base: KeyedLines, ours: KeyedLines, theirs: KeyedLines): readonly MergedLine[] {
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])].toSorted()
  return keys.flatMap((key): readonly MergedLine[] => {
    const [before, own, other] = [base.get(key), ours.get(key), theirs.get(key)]
    const isOurs = own === other || other === before
    if (!isOurs && own !== before && own !== undefined && other !== undefined)
      return [{ type: 'conflict', ours: own, theirs: other }]
    const raw = isOurs ? own : own === before ? other : undefined
    return raw === undefined ? [] : [{ type: 'line', raw }]
  })
}
