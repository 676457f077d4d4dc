import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pageChecks } from '../../src/check/page-checks.ts'
import { inspectText } from './inspect-text.ts'

const folder = 'tests/fixtures/check'
const glossary = readFileSync(join(folder, 'glossary.yaml'), 'utf8')
const codes = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)

async function inspect(code: string, kind: 'good' | 'bad') {
  const read = (name: string) => readFileSync(join(folder, code, name), 'utf8')
  const config = existsSync(join(folder, code, 'verso.config.yaml')) ? read('verso.config.yaml') : ''
  const found = await inspectText(read(`${kind}.fr.md`), read(`${kind}.en.md`), { config, glossary })
  return found.filter(one => one.code === code)
}

describe.each(codes)('%s', code => {
  test('is found on a bad page, with its place and a next step', async () => {
    const found = await inspect(code, 'bad')
    expect(found).not.toEqual([])
    for (const { message, line, column, file } of found) {
      expect(file).toBe('content/en/page.md')
      expect(line * column).toBeGreaterThan(0)
      expect(message).toMatch(/[.”] \S[^.]*.*\.$/)
    }
  })

  test('is not found on a good page', async () => {
    expect(await inspect(code, 'good')).toEqual([])
  })
})

test('one heading is told as one', async () => {
  const found = await inspectText('Un texte.\n', '# Title\n\nA text.\n')
  const [one] = found.filter(({ code }) => code === 'structure-differs')
  expect(one?.message).toMatch(/^The page has 1 heading, its source 0\./)
})

test('a list that is empty on one side is one finding, not one for each of its items', async () => {
  const page = (list: string) => `---\ntitle: Menu\ngallery:${list}\n---\n\n# Menu\n`
  const found = await inspectText(page('\n  - a.png\n  - b.png\n  - c.png'), page(''))
  expect(found.filter(({ code }) => code.startsWith('front-matter-')).map(({ code }) => code)).toEqual([
    'front-matter-type',
  ])
})

test('every check has a fixture folder for each of its codes', () => {
  const missing = pageChecks.flatMap(check => check.codes).filter(code => !codes.includes(code))
  expect(missing).toEqual([])
})
