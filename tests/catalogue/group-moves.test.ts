import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupMoves } from '../../src/catalogue/moves/group-moves.ts'

/** Moves of which none has a beginning or an end in common with another. */
const someMoves = fc
  .tuple(fc.uniqueArray(fc.nat(12)), fc.uniqueArray(fc.nat(12)))
  .map(([froms, tos]) =>
    froms
      .slice(0, tos.length)
      .flatMap((from, n) => (from === tos[n] ? [] : [{ from: `${from}`, to: `${tos[n]}` }])),
  )

test('no catalogue page is written over: whatever is at a place that a page moves to moves itself', () => {
  fc.assert(
    fc.property(someMoves, fc.uniqueArray(fc.nat(12).map(String)), (moves, occupied) => {
      const groups = groupMoves(moves, new Set(occupied))
      const all = groups.flat()
      const froms = all.map(({ from }) => from)
      const tos = all.map(({ to }) => to)
      expect(new Set(froms).size).toBe(froms.length)
      expect(new Set(tos).size).toBe(tos.length)
      for (const to of tos) if (occupied.includes(to)) expect(froms).toContain(to)
      expect(all).toEqual(expect.arrayContaining(moves))
      for (const group of groups) {
        for (const [n, { from }] of group.entries()) if (n > 0) expect(from).toBe(group[n - 1]?.to)
      }
    }),
  )
})
