import { expect } from 'vitest'
import type { Pattern, Segment, Skeleton, Unit } from '../../src/model.ts'
import { parseFragment } from '../../src/syntax/fragments/parse-fragment.ts'
import { segmentKey } from '../../src/syntax/segment-key.ts'

/** Expects of a page's skeleton what holds for every page, whatever it says. */
export function expectSound(skeleton: Skeleton, page: string): void {
  expect(skeleton.parts.map(({ raw }) => raw).join('')).toBe(page)
  for (const part of skeleton.parts) {
    if (part.type === 'unit') expectSoundUnit(part, page)
    else expect(part.raw).not.toBe('')
  }
}

function expectSoundUnit(unit: Unit, page: string): void {
  const { pieces, place, raw } = unit
  expect(pieces.some(({ type }) => type === 'segment')).toBe(true)
  if (place.type !== 'yaml') {
    expect(pieces.map(piece => piece.raw).join('')).toBe(raw)
    expect(pieces[0]?.type).toBe('segment')
    expect(pieces.at(-1)?.type).toBe('segment')
  }
  expectPosition(unit, page, raw)
  for (const piece of pieces) if (piece.type === 'segment') expectSoundSegment(piece, unit, page)
}

function expectSoundSegment(segment: Segment, { role, syntax, place }: Unit, page: string): void {
  const { fragment, key, pattern, raw } = segment
  expect(key).toBe(segmentKey(role, fragment))
  expect(fragment).not.toMatch(/^\s|\s$/)
  if (!/[\r\n]/.test(raw) && syntax !== 'text') expect(fragment).toBe(raw)
  if (place.type !== 'yaml') expectPosition(segment, page, raw)
  expect(pattern.some(item => typeof item === 'string' && /\p{L}/u.test(item))).toBe(true)
  expectWellFormed(pattern)
  if (!hidesBrackets(pattern)) {
    expect(parseFragment(fragment, syntax, { source: pattern })).toEqual(withoutHoles(pattern))
  }
  for (const item of pattern) {
    if (typeof item === 'string') continue
    for (const { start, end, unit } of item.holes ?? []) {
      if (!/[\r\n]/.test(unit.raw)) expect(item.literal.slice(start, end)).toBe(unit.raw)
      expectSoundUnit(unit, page)
    }
  }
}

/** Texts are joined, pairs nest, and codes are numbered in order of appearance. */
function expectWellFormed(pattern: Pattern): void {
  const open: number[] = []
  let last = 0
  for (const [at, item] of pattern.entries()) {
    if (typeof item === 'string') {
      expect(item).not.toBe('')
      expect(typeof pattern[at - 1]).not.toBe('string')
      continue
    }
    if (item.form === 'close') expect(open.pop()).toBe(item.id)
    else expect(item.id).toBe(++last)
    if (item.form === 'open') open.push(item.id)
  }
  expect(open).toEqual([])
}

function expectPosition({ position }: Unit | Segment, page: string, raw: string): void {
  expect(page.startsWith(raw, position.offset)).toBe(true)
  const mark = page.startsWith('\uFEFF') ? 1 : 0
  const lines = page.slice(mark, position.offset).split(/\r\n|\n|\r/)
  expect([position.line, position.column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1])
}

/** A pattern does not tell whether brackets in a pair that became one code are those of a reference. */
function hidesBrackets(pattern: Pattern): boolean {
  return pattern.some(
    item =>
      typeof item !== 'string' &&
      item.form === 'standalone' &&
      /^(?:strong|emphasis|delete|link|tag|image)$/.test(item.kind) &&
      /\[[^\]]*\](?!\()/.test(item.literal),
  )
}

function withoutHoles(pattern: Pattern): Pattern {
  return pattern.map(item => {
    if (typeof item === 'string') return item
    const { holes: _, ...code } = item
    return code
  })
}
