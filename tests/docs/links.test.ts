import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import GithubSlugger, { slug } from 'github-slugger'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

const documents = globSync(['README.md', 'CONTRIBUTING.md', 'docs/**/*.md', 'models/README.md'])

/** Links and images of a document that lead to files of the project, as written. */
function linksOf(text: string): readonly string[] {
  const prose = text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, url = '']) => (/^[a-z]+:/.test(url) ? [] : url))
}

function anchorsOf(text: string): readonly string[] {
  const slugger = new GithubSlugger()
  return [...text.matchAll(/^#{1,6} (.*)$/gm)].map(([, title = '']) => slugger.slug(title))
}

test.each(documents)('every link of %s leads to a file, and to a heading of it', document => {
  for (const link of linksOf(readFileSync(document, 'utf8'))) {
    const [path = '', anchor] = link.split('#')
    const file = path === '' ? document : join(dirname(document), path)
    expect(existsSync(file), `${document} links to ${link}`).toBe(true)
    if (anchor !== undefined)
      expect(anchorsOf(readFileSync(file, 'utf8')), `${document} links to ${link}`).toContain(slug(anchor))
  }
})

test('the map for contributors names files that are there', () => {
  const map = readFileSync('CONTRIBUTING.md', 'utf8')
  const named = [...map.matchAll(/`([a-z][\w/-]*(?:\.ts|\/))`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(20)
  for (const path of named) expect(existsSync(path) || existsSync(join('src', path)), path).toBe(true)
})
