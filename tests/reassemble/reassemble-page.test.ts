import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reassemblePage } from '../../src/reassemble/reassemble-page.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { markdownPage } from '../laws/markdown-page.ts'
import { takeApart } from './take-apart.ts'

const fixtures = new URL('../fixtures/reassemble/', import.meta.url)

describe('golden pages', () => {
  it.each(readdirSync(fixtures))('%s', name => {
    const folder = new URL(`${name}/`, fixtures)
    const extension = readdirSync(folder).includes('input.mdx') ? 'mdx' : 'md'
    const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8')
    const given = JSON.parse(read('targets.json')) as Record<string, string>
    const skeleton = takeApart(read(`input.${extension}`), extension === 'mdx')
    const fragments = segmentsOf(skeleton).map(({ fragment }) => fragment)
    expect(fragments).toEqual(expect.arrayContaining(Object.keys(given)))
    const targets = fragments.map(fragment => given[fragment])
    expect(reassemblePage(skeleton, targets)).toBe(read(`output.${extension}`))
  })
})

describe('for every page', () => {
  it('without translations it is the source, byte for byte', () => {
    fc.assert(
      fc.property(markdownPage, fc.boolean(), (page, hasTargets) => {
        const skeleton = takeApart(page)
        const targets = segmentsOf(skeleton).map(({ fragment }) => (hasTargets ? fragment : undefined))
        expect(reassemblePage(skeleton, targets)).toBe(page)
      }),
      { numRuns: 200 },
    )
  })

  it('only the unit of a translated segment changes', () => {
    fc.assert(
      fc.property(markdownPage, fc.nat(), (page, at) => {
        const skeleton = takeApart(page)
        const parts = skeleton.parts.flatMap((part, index) =>
          segmentsOf({ ...skeleton, parts: [part] }).map(() => index),
        )
        fc.pre(parts.length > 0)
        const targets: string[] = []
        targets[at % parts.length] = 'Rien de tel'
        const part = parts[at % parts.length] ?? 0
        const raw = (from: number, to?: number) =>
          skeleton.parts
            .slice(from, to)
            .map(part => part.raw)
            .join('')
        const written = reassemblePage(skeleton, targets)
        expect(written.startsWith(raw(0, part))).toBe(true)
        expect(written.endsWith(raw(part + 1))).toBe(true)
        expect(written).not.toBe(page)
      }),
      { numRuns: 200 },
    )
  })
})
