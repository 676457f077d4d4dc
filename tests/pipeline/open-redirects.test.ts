import { expect, test } from 'vitest'
import { writeAtomically } from '../../src/pipeline/files/write-atomically.ts'
import { openProject } from '../../src/pipeline/project/open-project.ts'
import { openRedirects } from '../../src/pipeline/redirects/open-redirects.ts'
import { createProject } from '../cli/project.ts'

const version = (page: string, extension = 'md') => ({
  page,
  file: `content/en/${page}.${extension}`,
  text: 'Open.\n',
})
const config = 'links: { redirects: "r.{locale}.json" }\n'
const own = '{"/b": "/c", "/old": "/a"}'

type Version = ReturnType<typeof version>

test.each<[what: string, before: Version | undefined, after: Version, redirects: unknown]>([
  ['a page that moved leads on', version('a'), version('d'), { '/a': '/d', '/b': '/c', '/old': '/d' }],
  ['a new page at an old address has nothing lead away from it', undefined, version('b'), { '/old': '/a' }],
  ['a new page elsewhere leaves the file as a person wrote it', undefined, version('d'), own],
  ['a page that stays leaves the file as a person wrote it', version('b'), version('b'), own],
  ['a content file has no address', version('a', 'yaml'), version('d', 'yaml'), own],
])('of the redirects, %s', async (_, before, after, redirects) => {
  const project = await createProject({ 'verso.config.yaml': config, 'r.en.json': own })
  const files = openRedirects(await openProject(project.root), writeAtomically).record('en', before, after)
  const text = await project.read('r.en.json')
  expect(redirects === own ? text : JSON.parse(text)).toEqual(redirects)
  expect(files).toEqual(redirects === own ? [] : ['r.en.json'])
})

test('a file of redirects that holds something else is left alone, and refused', async () => {
  const project = await createProject({ 'verso.config.yaml': config, 'r.en.json': '{"/a": ["/b"]}' })
  const redirects = openRedirects(await openProject(project.root), writeAtomically)
  expect(() => redirects.record('en', version('a'), version('d'))).toThrow('r.en.json is to hold redirects')
  expect(await project.read('r.en.json')).toBe('{"/a": ["/b"]}')
})
