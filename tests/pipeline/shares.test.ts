import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openProject } from '../../src/pipeline/project/open-project.ts'
import { assignShards } from '../../src/pipeline/shard/assign-shards.ts'
import { openShare } from '../../src/pipeline/shard/open-share.ts'
import { createProject } from '../cli/project.ts'

const pages = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const ties = fc.array(fc.subarray([...pages, 'gone'], { minLength: 1 }), { maxLength: 4 })

test('every page is in one shard, and pages that are tied are in one together', () => {
  fc.assert(
    fc.property(ties, fc.integer({ min: 1, max: 5 }), (tied, count) => {
      const shards = assignShards(pages, tied, count)
      for (const page of pages) expect(shards.get(page)).toSatisfy(n => n >= 1 && n <= count)
      for (const tie of tied) expect(new Set(tie.map(page => shards.get(page))).size).toBe(1)
    }),
  )
})

test('shards of pages without ties differ in size by one at most', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.integer({ min: 1, max: 9 }), (length, count) => {
      const shards = assignShards(
        Array.from({ length }, (_, index) => `page ${index}`),
        [],
        count,
      )
      const sizes = Array.from(
        { length: count },
        (_, index) => [...shards.values()].filter(shard => shard === index + 1).length,
      )
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    }),
  )
})

const config = (slug: string, links: string) =>
  `frontMatter: { title: translate, slug: ${slug} }\nlinks: { ${links} }\n`
const text = (more: string, slug = '') => `---\ntitle: Titre\n${slug}---\n\n## Une section\n\n${more}\n`

test.each([
  [
    'a link to a heading without an id',
    config('keep', 'anchors: follow'),
    { a: text('[b](b.md#une-section)') },
    'ab',
  ],
  ['such a link where it stays', config('keep', 'anchors: keep'), { a: text('[b](b.md#une-section)') }, ''],
  [
    'such a link where headings are pinned',
    config('keep', 'anchors: pin'),
    { a: text('[b](b.md#une-section)') },
    '',
  ],
  ['a link to an id', config('keep', 'anchors: follow'), { a: text('[b](b.md#fixe)') }, ''],
  ['a link to a page', config('keep', 'anchors: follow'), { a: text('[b](b.md)') }, ''],
  ['a link by slug', config('slug', 'anchors: keep'), { a: text('[b](le-b)') }, 'ab'],
  ['slugs of titles, with redirects', config('slug', 'redirects: r.json'), {}, 'abc'],
  ['slugs of titles, without', config('slug', 'anchors: keep'), {}, ''],
])('%s: the pages that are one shard’s are those that hang together', async (_, yaml, changed, together) => {
  const texts = { a: text('A.'), b: text('B.\n\n## Fin {#fixe}', 'slug: le-b\n'), c: text('C.'), ...changed }
  const files = Object.entries(texts).map(([name, page]) => [`content/fr/${name}.md`, page] as const)
  const { root } = await createProject({ 'verso.config.yaml': yaml, ...Object.fromEntries(files) })
  const project = await openProject(root)
  const shares = await Promise.all(
    [1, 2, 3].map(index => openShare(project, ['en'], [], { index, count: 3 })),
  )
  const owned = shares.map(({ owns }) => ['a', 'b', 'c'].filter(owns).join(''))
  expect(owned.join('').split('').toSorted()).toEqual(['a', 'b', 'c'])
  expect(owned.filter(({ length }) => length > 1)).toEqual(together === '' ? [] : [together])
})
