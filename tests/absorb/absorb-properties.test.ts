import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absorbPage } from '../../src/absorb/absorb-page.ts'
import type { Absorption } from '../../src/absorb/absorption.ts'
import type { PageAlignment, Place } from '../../src/absorb/alignment/page-alignment.ts'
import type { Standing } from '../../src/absorb/alignment/standing.ts'
import type { PageBase } from '../../src/absorb/base/page-base.ts'
import { hostSegments } from '../../src/absorb/comparison/host-segments.ts'
import { recordPatched } from '../../src/absorb/record-patched.ts'
import type { Skeleton } from '../../src/model.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { applyEdit, bilingualPage, handEdit, type Page, render } from './generated-pages.ts'
import { baseOf, extract, patch, write } from './page-kit.ts'

const runs = { numRuns: Number(process.env.RUNS ?? 100) }

function fragmentsOf(skeleton: Skeleton): readonly string[] {
  return segmentsOf(skeleton).map(segment => segment.fragment)
}

function open(page: { readonly source: Page; readonly target: Page }) {
  const source = extract(render(page.source), 'fr')
  const targets = fragmentsOf(extract(render(page.target), 'en'))
  expect(targets).toHaveLength(segmentsOf(source).length)
  return { source, targets, base: baseOf(source, targets) }
}

function absorb(base: PageBase, edited: Skeleton, source: Skeleton): Absorption {
  return absorbPage({ base, edited, source, file: 'page.md', locale: 'en' })
}

function targetsAfter(
  targets: readonly (string | undefined)[],
  { edits }: Absorption,
): readonly (string | undefined)[] {
  const after = [...targets]
  for (const { segment, target } of edits) if (segment !== undefined) after[segment] = target
  return after
}

/** What the targets of a place's segments say together. */
function textOf({ segments }: Place, targets: readonly (string | undefined)[]): string {
  return segments
    .map(segment => targets[segment] ?? '')
    .filter(text => text !== '')
    .join(' ')
}

/** What stands for the source's segments on a page that nothing was patched into. */
function standingsOf(
  { alignment }: Absorption,
  source: Skeleton,
  targets: readonly (string | undefined)[],
): readonly Standing[] {
  const placed = new Set(alignment.places.flatMap(({ segments }) => segments))
  return segmentsOf(source).map((segment, index) => {
    const fragment = targets[index] ?? segment.fragment
    const type = alignment.absent.get(index)
    if (type !== undefined) return { type, fragment }
    return { type: 'text', fragment: placed.has(index) ? fragment : '' }
  })
}

function isParted(edited: Skeleton, source: Skeleton, { places }: PageAlignment): boolean {
  const onPage = hostSegments(edited)
  const unitOf = (segment: number) => onPage.find(host => host.index === segment)?.unitIndex ?? -1
  let before: { unit: number; own: number } | undefined
  return hostSegments(source).some(host => {
    const place = places.find(({ segments }) => segments[0] === host.index)
    if (place === undefined) return false
    const last = before
    before = { unit: unitOf(place.on[0].index), own: host.unitIndex }
    return last !== undefined && (last.unit === before.unit) !== (last.own === before.own)
  })
}

describe('absorbing generated hand edits', () => {
  it('a page that nobody edited has no edits and is not diverged', () => {
    fc.assert(
      fc.property(bilingualPage(), page => {
        const { source, base } = open(page)
        const { edits, diverged, diagnostics } = absorb(base, extract(render(page.target), 'en'), source)
        expect({ edits, diverged, diagnostics }).toEqual({ edits: [], diverged: false, diagnostics: [] })
      }),
      runs,
    )
  })

  it('any single edited sentence is exactly that edit', () => {
    fc.assert(
      fc.property(bilingualPage(), handEdit(['change', 'rewrite']), (page, edit) => {
        const { source, targets, base } = open(page)
        const edited = extract(render(applyEdit(page.target, edit)), 'en')
        const now = fragmentsOf(edited)
        fc.pre(now.length === targets.length)
        const changed = [...now.keys()].filter(index => now[index] !== targets[index])
        const { edits, diverged } = absorb(base, edited, source)
        expect(edits.map(({ index, target }) => [index, target])).toEqual(
          changed.map(index => [index, now[index]]),
        )
        expect(diverged).toBe(false)
      }),
      runs,
    )
  })

  it('of any sequence of edits, a page that did not diverge is written again byte for byte', () => {
    fc.assert(
      fc.property(bilingualPage(), fc.array(handEdit(), { minLength: 1, maxLength: 5 }), (page, edits) => {
        const { source, targets, base } = open(page)
        const text = render(edits.reduce(applyEdit, page.target))
        const absorption = absorb(base, extract(text, 'en'), source)
        fc.pre(!absorption.diverged)
        expect(write(source, targetsAfter(targets, absorption))).toBe(text)
      }),
      runs,
    )
  })

  it('of any sequence of edits, every text of a diverged page is a target or reported, and patching changes nothing', () => {
    fc.assert(
      fc.property(bilingualPage(), fc.array(handEdit(), { minLength: 1, maxLength: 5 }), (page, edits) => {
        const { source, targets, base } = open(page)
        const text = render(edits.reduce(applyEdit, page.target))
        const edited = extract(text, 'en')
        const absorption = absorb(base, edited, source)
        fc.pre(absorption.diverged)
        const after = targetsAfter(targets, absorption)
        expect(absorption.alignment).toMatchObject({ gaps: [], newBlocks: [], newSegments: [], obsolete: [] })
        const hosts = hostSegments(edited)
        const covered = new Set<number>()
        for (const place of absorption.alignment.places) {
          expect(textOf(place, after)).toBe(place.fragment)
          for (const { index } of place.on) covered.add(index)
        }
        const told = absorption.unaligned.map(({ raw }) => raw)
        for (const host of hosts) {
          if (!covered.has(host.index)) expect(told.some(raw => raw.includes(host.segment.raw))).toBe(true)
        }
      }),
      runs,
    )
  })

  it('what was absorbed is not found again', () => {
    fc.assert(
      fc.property(bilingualPage(), fc.array(handEdit(), { minLength: 1, maxLength: 5 }), (page, edits) => {
        const { source, targets, base } = open(page)
        const edited = extract(render(edits.reduce(applyEdit, page.target)), 'en')
        const first = absorb(base, edited, source)
        const after = targetsAfter(targets, first)
        const plain = baseOf(source, after, first.diverged)
        const record = recordPatched({
          source,
          written: edited,
          standings: standingsOf(first, source, after),
          orphans: [],
        })
        const segments = plain.segments.map((segment, index) => ({
          ...segment,
          gap: record.gaps[index] ?? '',
        }))
        const next = first.diverged ? { ...plain, segments, tail: record.tail } : plain
        const second = absorb(next, edited, source)
        const { edits: again, diverged, unaligned, removed, diagnostics } = second
        expect({ again, diverged, unaligned, removed, diagnostics }).toEqual({
          again: [],
          diverged: first.diverged,
          unaligned: [],
          removed: [],
          diagnostics: [],
        })
        expect({ ...second.alignment, places: [] }).toEqual({ ...first.alignment, places: [] })
        for (const place of second.alignment.places) expect(textOf(place, after)).toBe(place.fragment)
      }),
      runs,
    )
  })

  it('an edit and a source change of different sentences both survive', () => {
    fc.assert(
      fc.property(
        bilingualPage(),
        handEdit(['change', 'rewrite']),
        handEdit(['change', 'rewrite', 'insert-block', 'insert-sentence']),
        (page, edit, change) => {
          const { source, targets, base } = open(page)
          const edited = extract(render(applyEdit(page.target, edit)), 'en')
          const now = fragmentsOf(edited)
          const index = now.findIndex((fragment, n) => fragment !== targets[n])
          const newSource = extract(render(applyEdit(page.source, change)), 'fr')
          const sources = fragmentsOf(source)
          fc.pre(index !== -1 && now.length === targets.length)
          const isOnce = (fragments: readonly string[]) =>
            fragments.filter(text => text === sources[index]).length === 1
          fc.pre(isOnce(sources) && isOnce(fragmentsOf(newSource)))
          const absorption = absorb(base, edited, newSource)
          const found = absorption.edits.filter(({ target }) => target === now[index])
          expect(found).toHaveLength(1)
          expect(fragmentsOf(newSource)[found[0]?.segment ?? -1]).toBe(sources[index])
          expect(absorption.conflicts).toEqual([])
          expect(absorption.diverged).toBe(false)
        },
      ),
      runs,
    )
  })

  it('patching a page that nobody edited gives what writing it anew gives', () => {
    const changes = handEdit(['change', 'rewrite', 'insert-sentence', 'insert-block', 'verbatim'])
    fc.assert(
      fc.property(bilingualPage(), fc.array(changes, { minLength: 1, maxLength: 4 }), (page, edits) => {
        const { targets, base } = open(page)
        // Nothing is recorded of a page without text: it is never patched.
        fc.pre(targets.length > 0)
        const newSource = extract(render(edits.reduce(applyEdit, page.source)), 'fr')
        const edited = extract(render(page.target), 'en')
        const { alignment, diverged } = absorb(base, edited, newSource)
        expect(diverged).toBe(false)
        // Where the source parts a paragraph, a page that is patched keeps its own.
        fc.pre(alignment.obsolete.length === 0 && !isParted(edited, newSource, alignment))
        const now = segmentsOf(newSource).map((_, index) => {
          const place = alignment.places.find(({ segments }) => segments[0] === index)
          return place === undefined ? undefined : targets[place.on[0].index]
        })
        expect(patch(edited, newSource, alignment)).toBe(write(newSource, now))
      }),
      runs,
    )
  })
})
