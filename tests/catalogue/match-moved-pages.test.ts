import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchMovedPages } from '../../src/catalogue/moves/match-moved-pages.ts'
import { segmentKey } from '../../src/syntax/segment-key.ts'

const texts = (...sentences: readonly string[]) =>
  new Map(sentences.map(sentence => [segmentKey('paragraph', sentence), sentence]))

const pages = (entries: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(entries).map(([page, sentences]) => [page, texts(...sentences)]))

const shared = 'Cliquez sur le bouton pour continuer.'

/** Ten sentences that no other page has, and one that all have. */
const pageOf = (n: number) => [
  ...Array.from({ length: 10 }, (_, line) => `Phrase ${line} de la page ${n}, sans pareille.`),
  shared,
]

describe('matchMovedPages', () => {
  test('finds every renamed page, whatever the new names and up to four edited sentences each', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-d]{1,3}(\/[a-d]{1,3}){0,2}$/), { minLength: 1 })
    fc.assert(
      fc.property(names, fc.nat(4), fc.boolean(), (list, edits, isReversed) => {
        const old = new Map(list.map((_, n) => [`old/${n}`, texts(...pageOf(n))]))
        const edited = (n: number) => pageOf(n).map((text, line) => (line < edits ? `${text} Plus.` : text))
        const now = list.map((name, n) => [`new/${name}`, texts(...edited(n))] as const)
        const { moves, unclear } = matchMovedPages(old, new Map(isReversed ? now.toReversed() : now))
        expect(unclear).toEqual([])
        const found = new Map(moves.map(({ from, to }) => [from, to]))
        expect(found).toEqual(new Map(list.map((name, n) => [`old/${n}`, `new/${name}`])))
      }),
    )
  })

  test('takes the one that has more in common of two pages with the same name', () => {
    const old = pages({ 'a/page': ['Un.', 'Deux.', 'Trois.', 'Quatre.'] })
    const now = pages({
      'b/page': ['Un.', 'Deux.', 'Trois.'],
      'c/autre': ['Un.', 'Deux.', 'Trois.', 'Quatre.'],
    })
    expect(matchMovedPages(old, now).moves).toEqual([{ from: 'a/page', to: 'c/autre' }])
  })

  test('tells pages of equal text apart by what their paths have in common', () => {
    const old = pages({ 'a/un': ['Bientôt.'], 'a/deux': ['Bientôt.'] })
    const now = pages({ 'b/deux': ['Bientôt.'], 'b/un': ['Bientôt.'] })
    expect(matchMovedPages(old, now)).toEqual({
      moves: [
        { from: 'a/deux', to: 'b/deux' },
        { from: 'a/un', to: 'b/un' },
      ],
      unclear: [],
    })
  })

  test('moves nothing where neither text nor path decides, and says so', () => {
    const old = pages({ ancien: ['Ouvrez la porte.'] })
    const now = pages({ un: ['Ouvrez la porte.'], deux: ['Ouvrez la porte.'] })
    expect(matchMovedPages(old, now)).toEqual({
      moves: [],
      unclear: [{ from: 'ancien', to: ['deux', 'un'] }],
    })
  })

  test('moves no page that has less than half of its text in common', () => {
    const old = pages({ ancien: ['Ouvrez la porte.', 'Fermez la porte de derrière.'] })
    expect(
      matchMovedPages(old, pages({ autre: ['Ouvrez la porte.', 'Allumez la lampe de poche.'] })).moves,
    ).toEqual([])
  })

  test('leaves a page its own catalogue as long as half of its text is in it', () => {
    const old = pages({ a: ['Un deux trois.', 'Quatre.'], b: ['Un deux trois.', 'Cinq.'] })
    const now = pages({ a: ['Un deux trois.', 'Cinq.'] })
    expect(matchMovedPages(old, now)).toEqual({ moves: [], unclear: [] })
  })

  test('finds two pages that changed places', () => {
    const old = pages({ a: pageOf(1), b: pageOf(2) })
    const now = pages({ a: pageOf(2), b: pageOf(1) })
    expect(matchMovedPages(old, now).moves).toEqual([
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ])
  })

  test.each([
    [
      'of two pages in one folder the one with more in common',
      { ancien: ['Un.', 'Deux.', 'Trois.'] },
      { autre: ['Un.', 'Deux.', 'Quatre.'], nouveau: ['Un.', 'Deux.', 'Trois.'] },
      ['ancien → nouveau'],
    ],
    [
      'of two catalogue pages the one with more in common, and the other one nowhere',
      { ancien: ['Un.', 'Deux.', 'Trois.'], autre: ['Un.', 'Deux.', 'Quatre.'] },
      { nouveau: ['Un.', 'Deux.', 'Trois.'] },
      ['ancien → nouveau'],
    ],
    [
      'none of two catalogue pages of one text',
      { ancien: ['Un.', 'Deux.'], autre: ['Un.', 'Deux.'] },
      { nouveau: ['Un.', 'Deux.'] },
      [],
    ],
    [
      'none from a page that still has most of it, though a copy has all',
      { un: ['Un.', 'Deux.', 'Trois.'] },
      { un: ['Un.', 'Deux.', 'Cinq.'], copie: ['Un.', 'Deux.', 'Trois.'] },
      [],
    ],
    [
      'none to a page with some text of its own for one that is not twice as like',
      { un: ['A a.', 'B b.', 'C c.', 'D d.', 'E e.'], autre: ['F f.', 'G g.', 'H h.', 'I i.', 'J j.'] },
      { un: ['A a.', 'B b.', 'F f.', 'G g.', 'H h.'] },
      [],
    ],
  ])('moves %s', (_, old, now, expected) => {
    const { moves } = matchMovedPages(pages(old), pages(now))
    expect(moves.map(({ from, to }) => `${from} → ${to}`)).toEqual(expected)
  })
})
