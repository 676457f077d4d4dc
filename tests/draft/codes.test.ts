import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Code } from '../../src/model.ts'
import { placeCodes } from '../../src/translate/draft/rendering/place-codes.ts'
import { renderPieces } from '../../src/translate/draft/rendering/render-pieces.ts'
import type { TargetPiece } from '../../src/translate/draft/rendering/target-piece.ts'
import type { PairMark } from '../../src/translate/draft/tokens/draft-token.ts'

const LENGTH = 8

/** Properly nested marks over eight tokens. */
const nested: fc.Arbitrary<readonly PairMark[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: LENGTH - 1 }), fc.integer({ min: 1, max: LENGTH })), {
    maxLength: 5,
  })
  .map(runs => {
    const kept: [number, number][] = []
    for (const [from, to] of runs) {
      if (from >= to) continue
      if (kept.every(([a, b]) => to <= a || from >= b || (from >= a && to <= b) || (a >= from && b <= to)))
        kept.push([from, to])
    }
    const sorted = kept
      .filter((run, i) => kept.findIndex(other => other[0] === run[0] && other[1] === run[1]) === i)
      .sort((x, y) => x[0] - y[0] || y[1] - x[1])
    const marks: PairMark[] = []
    const open: [number, PairMark][] = []
    const close = (at: number) => {
      while (open.length > 0 && (open.at(-1)?.[0] ?? 0) <= at) marks.push(open.pop()?.[1] as PairMark)
    }
    sorted.forEach(([from, to], i) => {
      close(from)
      const code = (form: 'open' | 'close'): Code => ({
        type: 'code',
        form,
        kind: 'emphasis',
        id: i + 1,
        literal: '*',
      })
      marks.push({ code: code('open'), at: from })
      open.push([to, { code: code('close'), at: to }])
    })
    close(LENGTH)
    return marks
  })

const pieces: fc.Arbitrary<readonly TargetPiece[]> = fc.array(
  fc.array(fc.integer({ min: 0, max: LENGTH - 1 }), { maxLength: 2 }).map(sources => ({
    text: 'x',
    isSlot: false,
    isGuess: false,
    spaceBefore: true,
    spaceAfter: true,
    sources: [...new Set(sources)].sort((a, b) => a - b),
  })),
  { maxLength: 10 },
)

test('paired codes are all there, once, and nest', () => {
  fc.assert(
    fc.property(nested, pieces, (marks, target) => {
      const pattern = renderPieces(target, placeCodes(marks, LENGTH, target))
      const open: number[] = []
      const seen: number[] = []
      for (const item of pattern) {
        if (typeof item === 'string') continue
        if (item.form === 'open') open.push(item.id)
        else {
          expect(open.pop()).toBe(item.id)
          seen.push(item.id)
        }
      }
      expect(open).toEqual([])
      expect(seen.sort()).toEqual([...new Set(marks.map(mark => mark.code.id))].sort())
    }),
  )
})

test('a pair follows its words to where they went', () => {
  const code = (form: 'open' | 'close'): Code => ({
    type: 'code',
    form,
    kind: 'strong',
    id: 1,
    literal: '**',
  })
  const marks = [
    { code: code('open'), at: 0 },
    { code: code('close'), at: 1 },
  ]
  const piece = (text: string, source: number): TargetPiece => ({
    text,
    isSlot: false,
    isGuess: false,
    spaceBefore: true,
    spaceAfter: true,
    sources: [source],
  })
  const target = [piece('free', 1), piece('plan', 0)]
  const text = renderPieces(target, placeCodes(marks, 2, target)).map(item =>
    typeof item === 'string' ? item : item.literal,
  )
  expect(text.join('')).toBe('free **plan**')
})
