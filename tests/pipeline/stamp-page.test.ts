import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseConfig } from '../../src/config/parse-config.ts'
import type { RunFiles } from '../../src/pipeline/run/run-tools.ts'
import { stampPage } from '../../src/pipeline/run/stamp-page.ts'
import { noLinks } from '../../src/pipeline/site/no-links.ts'

const page = { file: 'content/fr/a.md', page: 'a', before: 'content/', after: '/a.md' }

const files = [
  'content/fr/a.md',
  'content/en/a.md',
  'locales/fr/a.json',
  'locales/en/a.json',
  'locales/en/a.state.jsonl',
]

async function stamped() {
  const root = await mkdtemp(join(tmpdir(), 'verso-stamps-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  for (const file of files) await write(file, 'One')
  const catalogue = {
    resourceFile: (name: string, locale: string) => `locales/${locale}/${name}.json`,
    sidecarFile: (name: string, locale: string) => `locales/${locale}/${name}.state.jsonl`,
  }
  const config = parseConfig('', 'verso.config.yaml')
  const run = { project: { root, config }, catalogue } as unknown as RunFiles
  return { root, write, stamps: (links = noLinks) => stampPage(run, page, 'en', links) }
}

test.each(files)(
  'a page is looked at again when %s was changed, even to as long a text at the same time, or is gone',
  async file => {
    const { root, write, stamps } = await stamped()
    const before = stamps()
    expect(stamps()).toEqual(before)
    const then = new Date(1_700_000_000_000)
    await utimes(join(root, file), then, then)
    const old = stamps()
    await rm(join(root, file))
    const gone = stamps()
    await write(file, 'Two')
    await utimes(join(root, file), then, then)
    const at = files.indexOf(file)
    for (const now of [gone, stamps()]) {
      expect(now[at]).not.toBe(old[at])
      expect(now.toSpliced(at, 1)).toEqual(old.toSpliced(at, 1))
    }
  },
)

test('a page is looked at again when its links lead elsewhere, or its headings get other ids', async () => {
  const { stamps } = await stamped()
  const all = [
    noLinks,
    { urls: { '/a': '/b' }, pins: [] },
    { urls: { '/a': '/c' }, pins: [] },
    { urls: {}, pins: ['a'] },
  ].map(links => JSON.stringify(stamps(links)))
  expect(new Set(all).size).toBe(all.length)
})
