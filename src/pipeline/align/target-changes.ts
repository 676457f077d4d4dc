import type { LearnedPage } from '../../align/learn-page.ts'
import type { Entry } from '../../catalogue/entry.ts'
import type { Segment } from '../../model.ts'

/**
 * The catalogue entries that sure pairs make, by the source segment's index. Where two sentences became one, the second
 * one's target is explicitly empty.
 *
 * @param left,right the pages' segments
 * @param isOpen whether a segment still lacks a target
 * @param reviewed whether a person wrote the target page
 */
export function targetChanges(
  { confident }: LearnedPage,
  left: readonly Segment[],
  right: readonly Segment[],
  isOpen: (index: number) => boolean,
  reviewed: boolean,
): ReadonlyMap<number, Entry> {
  const changes = new Map<number, Entry>()
  for (const { source, target, score } of confident) {
    if (!source.every(isOpen)) continue
    const text = target.map(index => right[index]?.fragment ?? '').join(' ')
    const state = reviewed
      ? ({ state: 'reviewed', origin: 'human' } as const)
      : ({ state: 'translated', origin: 'memory', score } as const)
    for (const [order, index] of source.entries()) {
      if (left[index] !== undefined) changes.set(index, { target: order === 0 ? text : '', state })
    }
  }
  return changes
}
