import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startLibretranslateDouble } from '../support/libretranslate-double.ts'
import { createProject } from './project.ts'

/** A project each, with pages for the rows of the table of what is translated and what is protected. */
const golden = join(import.meta.dirname, '../fixtures/golden')

test.each(readdirSync(golden))('the project %s comes out as it is on record', async name => {
  const folder = join(golden, name)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const isTarget = (file: string) => /^(?:content|data)\/en\//.test(file)
  const given = files.filter(file => !isTarget(file) && file !== 'phrases.json')
  const { env } = await startLibretranslateDouble({ translate: phrasebook(read('phrases.json')) })
  const project = await createProject(Object.fromEntries(given.map(file => [file, read(file)])), env)
  const { code, stderr } = await project.run('translate', 'en')
  expect(code, stderr).toBe(0)
  const written = (await project.list()).filter(isTarget)
  expect(written).toEqual(files.filter(isTarget).toSorted())
  for (const file of written) expect(await project.read(file), file).toBe(read(file))
})

/** Puts the phrases of a text into the other language, the longest ones first. */
function phrasebook(json: string): (text: string) => string {
  const phrases = Object.entries(JSON.parse(json) as Record<string, string>)
  phrases.sort(([a], [b]) => b.length - a.length)
  const source = new RegExp(
    phrases.map(([phrase]) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
    'g',
  )
  const known = new Map(phrases)
  return text => text.replace(source, phrase => known.get(phrase) ?? phrase)
}
