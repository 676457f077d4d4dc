import { expect, test } from 'vitest'
import { createPageFilter } from '../../src/config/create-page-filter.ts'

test.each([
  ['a page path', 'apps/nestor/overview'],
  ['a file', 'content/fr/apps/nestor/overview.md'],
  ['a folder of page paths', 'apps/nestor/'],
  ['a folder of files', './content/fr/apps'],
  ['a glob of page paths', 'apps/*/overview'],
  ['a glob of files', 'content/fr/**/*.md'],
])('%s names a page', (_, pattern) => {
  const isNamed = createPageFilter(['drafts/**', pattern])
  expect(isNamed('apps/nestor/overview', 'content/fr/apps/nestor/overview.md')).toBe(true)
  expect(isNamed('app/overview', 'pages/fr/app/overview.md')).toBe(false)
})

test('no pattern names no page, and an accent is the same in either encoding', () => {
  expect(createPageFilter([])('a', 'content/fr/a.md')).toBe(false)
  expect(createPageFilter(['publi\u00e9/**'])('publie\u0301/a', 'fr/publie\u0301/a.md')).toBe(true)
})
