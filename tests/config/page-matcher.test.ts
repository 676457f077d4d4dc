import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPageMatcher } from '../../src/config/create-page-matcher.ts'
import { fileIn } from '../../src/config/file-in.ts'
import { separatePages } from '../../src/config/separate-pages.ts'
import { sourceGlobs } from '../../src/config/source-globs.ts'

const flat = createPageMatcher(['content/{locale}/**/*.md'])
const nested = createPageMatcher(['content/**/{locale}/**/*.md'])

test.each([
  [flat, 'content/fr/apps/bwares/connect-hubrise.md', 'apps/bwares/connect-hubrise'],
  [flat, 'content/fr/index.md', 'index'],
  [flat, 'content/fr/page.mdx', 'page'],
  [flat, 'content/fr/fr.md', 'fr'],
  [flat, 'content/fr/fr/fr.md', 'fr/fr'],
  [flat, 'content/fr/a.md.md', 'a.md'],
  [nested, 'content/apps/sato/fr/overview.md', 'apps/sato/overview'],
  [nested, 'content/apps/sato/faqs/fr/first/step.md', 'apps/sato/faqs/first/step'],
  [nested, 'content/fr/overview.md', 'overview'],
  [nested, 'content/frites/fr/overview.md', 'frites/overview'],
  [createPageMatcher(['{locale}/**/*.md']), 'fr/a/b.md', 'a/b'],
  [createPageMatcher(['./docs/*/{locale}/*.md']), 'docs/v2/fr/b.md', 'v2/b'],
  [createPageMatcher(['{docs,blog}/{locale}/*.md']), 'blog/fr/b.md', 'blog/b'],
  [createPageMatcher(['app/\\(site\\)/{locale}/*.md']), 'app/(site)/fr/b.md', 'b'],
])('%# a page path is the path without fixed folders, locale and extension', (match, file, page) => {
  expect(match(file, 'fr')?.page).toBe(page)
})

test.each([
  'content/en/a.md',
  'content/frites/a.md',
  'content/FR/a.md',
  'other/fr/a.md',
  'content/fr/a.txt',
  'content/fr/a.MD',
  'content/fr/.drafts/a.md',
  'content/fr',
])('%s is no French page', file => {
  expect(flat(file, 'fr')).toBeUndefined()
})

test('the first pattern that matches decides, and a later one is tried when it does not', () => {
  const match = createPageMatcher(['content/{locale}/*.md', 'content/**/{locale}/**/*.md'])
  expect(match('content/fr/a.md', 'fr')?.page).toBe('a')
  expect(match('content/apps/x/fr/a.md', 'fr')?.page).toBe('apps/x/a')
})

test('two patterns that make one page of a file agree; two that make different pages of it are both named', () => {
  const agreeing = createPageMatcher(['content/{locale}/**/*.md', 'content/**/{locale}/**/*.md'])
  expect(agreeing('content/fr/a.md', 'fr')).not.toHaveProperty('readings')
  const differing = createPageMatcher(['content/apps/{locale}/**/*.md', 'content/**/{locale}/**/*.md'])
  const page = differing('content/apps/fr/a.md', 'fr')
  if (page === undefined) throw new Error('no page')
  const { pages, diagnostics } = separatePages([page], ['en'])
  expect(pages).toEqual([])
  expect(diagnostics).toMatchObject([
    {
      code: 'page-ambiguous',
      file: 'content/apps/fr/a.md',
      message:
        'The file is the page `a` by the pattern `content/apps/{locale}/**/*.md` and `apps/a` by the pattern `content/**/{locale}/**/*.md`: it is left alone. Narrow one of the patterns in `pages`.',
    },
  ])
})

test.each(['a b.md', `it's "so".md`, '[a] {b} !(c)*?+@.md', 'é.md', 'e\u0301.md', '🎉.md', '$&.md'])(
  'the name %s is taken as it is, and kept in the other locale',
  name => {
    const page = nested(`content/apps/${name}/fr/${name}`, 'fr')
    expect(page && fileIn(page, 'en')).toBe(`content/apps/${name}/en/${name}`)
    expect(page?.page).toBe(`apps/${name}/${name.slice(0, -3)}`)
  },
)

test('an accent in a fixed folder matches whichever way it is encoded', () => {
  const match = createPageMatcher(['pages-publie\u0301es/{locale}/*.md'])
  expect(match('pages-publi\u00e9es/fr/a.md', 'fr')?.page).toBe('a')
})

test('a page found in one locale is found as the same page in every other', () => {
  const name = fc.constantFrom('a', 'fr', 'b c', "d'e", 'é', 'x.fr', 'sato')
  fc.assert(
    fc.property(
      fc.array(name, { maxLength: 3 }),
      fc.array(name, { minLength: 1, maxLength: 3 }),
      (left, right) => {
        const file = `content/${[...left, 'fr', ...right].join('/')}.md`
        const page = nested(file, 'fr')
        expect(page && fileIn(page, 'fr')).toBe(file)
        expect(page && nested(fileIn(page, 'en-GB'), 'en-GB')?.page).toBe(page?.page)
      },
    ),
  )
})

test('the globs of a locale name Markdown and MDX pages', () => {
  expect(sourceGlobs(['content/{locale}/**/*.md', './a/**/{locale}/*.mdx'], 'fr')).toEqual([
    'content/fr/**/*.{md,mdx}',
    'a/**/fr/*.mdx',
  ])
})

function separate(...files: readonly string[]) {
  const pages = files.flatMap(file => nested(file, 'fr') ?? [])
  const { pages: kept, diagnostics } = separatePages(pages, ['en'])
  return {
    kept: kept.map(({ file }) => file),
    faults: diagnostics.map(({ code, file }) => `${code} ${file}`),
  }
}

test('two files that are one page are both left alone', () => {
  expect(separate('content/a/fr/x/b.md', 'content/a/x/fr/b.md', 'content/a/fr/c.md')).toEqual({
    kept: ['content/a/fr/c.md'],
    faults: ['page-collision content/a/fr/x/b.md', 'page-collision content/a/x/fr/b.md'],
  })
  expect(separate('content/fr/b.md', 'content/fr/b.mdx').kept).toEqual([])
})

test('two pages that differ in case or encoding of accents alone are both left alone', () => {
  expect(separate('content/fr/Menu.md', 'content/fr/menu.md', 'content/fr/menus.md')).toEqual({
    kept: ['content/fr/menus.md'],
    faults: ['case-collision content/fr/Menu.md', 'case-collision content/fr/menu.md'],
  })
  expect(separate('content/fr/\u00e9.md', 'content/fr/e\u0301.md').kept).toEqual([])
})

test('a page whose translation would replace another source page is left alone', () => {
  expect(separate('content/fr/fr/x.md', 'content/en/fr/x.md')).toEqual({
    kept: ['content/en/fr/x.md'],
    faults: ['page-collision content/fr/fr/x.md'],
  })
})
