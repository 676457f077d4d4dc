import type { PageMove } from './move-matches.ts'

/**
 * Puts moves together that make room for one another: each group is a row, the page before always moving to where the
 * next one was, or a ring. Where a row ends at a page whose catalogue page has nowhere to go, that one goes to where the
 * row began: nothing is written over.
 *
 * @param moves no page is moved twice, and to no page two
 * @param occupied present pages that have a catalogue page, which may move or not
 */
export function groupMoves(
  moves: readonly PageMove[],
  occupied: ReadonlySet<string>,
): readonly (readonly PageMove[])[] {
  const next = new Map(moves.map(({ from, to }) => [from, to]))
  const entered = new Set(next.values())
  const groups: PageMove[][] = []
  const follow = (start: string) => {
    const group: PageMove[] = []
    let from = start
    for (let to = next.get(from); to !== undefined; to = next.get(from)) {
      next.delete(from)
      group.push({ from, to })
      from = to
    }
    if (from !== start && occupied.has(from)) group.push({ from, to: start })
    groups.push(group)
  }
  for (const { from } of moves) if (!entered.has(from)) follow(from)
  for (const { from } of moves) if (next.has(from)) follow(from)
  return groups
}
