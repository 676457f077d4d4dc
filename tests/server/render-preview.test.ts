import { expect, test } from 'vitest'
import { renderPreview } from '../../src/server/render-preview.ts'

const place = { file: 'content/en/guides/a.md', sourceFile: 'content/fr/guides/a.md', isContent: false }
const preview = (text: string) => renderPreview({ ...place, text })
const beside = (path: string) =>
  `/files/content/en/guides/${path}?or=${encodeURIComponent(`content/fr/guides/${path}`)}`

test.each<[what: string, src: string, served: string | undefined]>([
  ['beside the page, or beside its source', 'a.png', beside('a.png')],
  ['beside it without what comes after the path', './b%20c.png?v=1#x', beside('b%20c.png')],
  ['from the project’s root', '/images/a.png', '/files/images/a.png?or=images%2Fa.png'],
  ['not from elsewhere', 'https://example.org/a.png', undefined],
  ['not from elsewhere by the same protocol', '//example.org/a.png', undefined],
  ['not out of the address itself', 'data:image/png;base64,AA', undefined],
])('an image is shown %s', (_, src, served) => {
  const html = preview(`![](${src})\n`)
  expect(/src="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#x26;', '&')).toBe(served)
  expect(html).toContain('<img')
})

test('links lead nowhere, other elements keep what they have, and each says its line', () => {
  const html = preview('# Titre {#id}\n\n[ici](https://example.org) <b data-line="9">là</b>\n')
  expect(html).toMatch(/<h1[^>]*>Titre<\/h1>/)
  expect(html).not.toContain('example.org')
  expect(html.match(/data-line="\d+"/g)).toEqual([
    'data-line="1"',
    'data-line="3"',
    'data-line="3"',
    'data-line="3"',
  ])
})

test('a content file is shown as it is, line by line', () => {
  const html = renderPreview({ ...place, isContent: true, text: 'a: <b>\r\n# c & d\n' })
  expect(html).toBe(
    '<pre><span data-line="1">a: &lt;b></span>\n<span data-line="2"># c &amp; d</span>\n<span data-line="3"></span></pre>',
  )
})

test('a page that is too long to be laid out is shown as its beginning, as it is', () => {
  const html = preview(`# <b>\n${'x'.repeat(1_000_000)}`)
  expect(html.slice(0, 30)).toBe(`<pre># &lt;b>\n${'x'.repeat(16)}`)
  expect(html.length).toBeLessThan(1_000_100)
})
