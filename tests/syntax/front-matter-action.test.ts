import { describe, expect, it } from 'vitest'
import type { FrontMatterRule } from '../../src/model.ts'
import { frontMatterAction } from '../../src/syntax/yaml/front-matter-action.ts'

const rules: readonly FrontMatterRule[] = [
  { path: 'title', action: 'translate' },
  { path: 'meta.title', action: 'keep' },
  { path: 'meta.*', action: 'translate' },
  { path: 'items.*.text', action: 'translate' },
  { path: 'items.**', action: 'slug' },
  { path: 'a+b', action: 'stem' },
  { path: '**.label', action: 'translate' },
]

describe('frontMatterAction', () => {
  it.each([
    ['title', 'translate'],
    ['meta.title', 'keep'],
    ['meta.description', 'translate'],
    ['meta.deep.er', 'keep'],
    ['items.0.text', 'translate'],
    ['items.0.other', 'slug'],
    ['items.0.deep.er', 'slug'],
    ['other.title', 'keep'],
    ['a+b', 'stem'],
    ['aab', 'keep'],
    ['label', 'translate'],
    ['x.0.y.label', 'translate'],
    ['xlabel', 'keep'],
  ])('%s: %s', (path, action) => {
    expect(frontMatterAction(path, rules)).toBe(action)
  })

  it('lets a lone * match every path, as the least specific rule', () => {
    const all: readonly FrontMatterRule[] = [
      { path: 'meta.*', action: 'keep' },
      { path: '*', action: 'translate' },
    ]
    expect(frontMatterAction('x.y.z', all)).toBe('translate')
    expect(frontMatterAction('meta.x', all)).toBe('keep')
  })

  it('takes the later of two rules that are alike', () => {
    expect(
      frontMatterAction('a', [
        { path: 'a', action: 'translate' },
        { path: 'a', action: 'slug' },
      ]),
    ).toBe('slug')
  })
})
