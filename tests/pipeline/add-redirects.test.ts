import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addRedirects, type Redirects } from '../../src/pipeline/redirects/add-redirects.ts'

const addresses = ['/a', '/b', '/c', '/d', '/e', '/f']

/** Where each of a few pages stands in each of several runs: no two at one address. */
const history = fc.array(fc.shuffledSubarray(addresses, { minLength: 4, maxLength: 4 }), {
  minLength: 2,
  maxLength: 5,
})

test('every address that a page ever had leads in one step to where the page is, unless a page is there now', () => {
  fc.assert(
    fc.property(history, fc.nat(), (runs, order) => {
      let redirects: Redirects = {}
      /** The page that had an address last. */
      const owner = new Map<string, number>()
      for (const [index, after] of runs.entries()) {
        const before = runs[index - 1] ?? after
        for (const [page, address] of before.entries()) owner.set(address, page)
        const moves = before.flatMap((from, page) => {
          const to = after[page] ?? from
          return from === to ? [] : [{ from, to }]
        })
        const turned = [
          ...moves.slice(order % (moves.length + 1)),
          ...moves.slice(0, order % (moves.length + 1)),
        ]
        redirects = addRedirects(
          redirects,
          turned,
          moves.map(({ to }) => to),
        )
        const expected = [...owner].flatMap(([address, page]) =>
          after.includes(address) ? [] : [[address, after[page]]],
        )
        expect(redirects).toEqual(Object.fromEntries(expected))
      }
    }),
  )
})
