import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProject } from './project.ts'

const page = 'content/fr/guide.md'
const target = 'content/en/guide.md'
const resource = 'locales/en/guide.json'
const source = '# Guide\n\nCliquez sur **Autoriser** et lisez [la page](/docs).\n\nVoir ici.\n\nVoir ici.\n'
const german = { 'locales/en/glossary.yaml': 'labels: []\n' }

async function exported(format: 'xliff' | 'tmx' = 'xliff') {
  const project = await createProject({ [page]: source, 'verso.config.yaml': 'engine: memory\n', ...german })
  await project.run('translate', 'en')
  const { stdout, code } = await project.run('export', 'en', '--format', format)
  expect(code).toBe(0)
  return { project, file: stdout, path: join(project.root, `guide.${format}`) }
}

/** What a translator does: a target beside each source that holds the text. */
const translate = (xliff: string, from: string, to: string) =>
  xliff.replace(
    new RegExp(`<segment state="\\w+">(\\s*)<source>(${from})</source>(\\s*<target>.*?</target>)?`),
    `<segment state="translated">$1<source>$2</source>$1<target>${to}</target>`,
  )

const seeHere = (xliff: string, state = 'reviewed') =>
  translate(xliff, 'Voir ici\\.', 'See here.').replace('state="translated"', `state="${state}"`)

test('what a translator did to an exported file comes back to catalogue and page, codes and all', async () => {
  const { project, file, path } = await exported()
  const link = '<pc id="2" type="link" dataRefStart="d2" dataRefEnd="d3">'
  const done = translate(
    seeHere(file),
    'Cliquez.*?',
    `Read ${link}the page</pc>, then click <ph id="1" type="ui" disp="" dataRef="d1"/>.`,
  )
  await project.write('guide.xliff', done)
  const { code, stdout } = await project.run('import', 'en', path)
  expect([code, stdout]).toEqual([0, '2 of 2 segments changed, 2 files written.\n'])
  expect(await project.read(target)).toBe(
    '# Guide\n\nRead [the page](/docs), then click **Autoriser**.\n\nSee here.\n\nSee here.\n',
  )
  const before = await project.snapshot()
  expect((await project.run('import', 'en', path)).stdout).toBe('0 of 2 segments changed, 0 files written.\n')
  expect(await project.snapshot()).toEqual(before)
})

test('a lost code is refused with its place in the file', async () => {
  const { project, file, path } = await exported()
  await project.write('guide.xliff', translate(file, 'Cliquez.*?', 'Click and read.'))
  const { code, stderr } = await project.run('import', 'en', path)
  expect(code).toBe(1)
  expect(stderr).toMatch(/guide\.xliff:\d+:\d+ error codes-changed/)
  expect(await project.read(target)).toBe(source)
})

test('nobody’s work is written over: an edit since the export, a changed source, a page that is gone', async () => {
  const { project, file, path } = await exported()
  await project.write('guide.xliff', seeHere(translate(file, 'Guide', 'Manual')))
  await project.write(target, source.replace('Voir ici.\n\nVoir ici.', 'Look here.\n\nLook here.'))
  const edited = await project.run('import', 'en', path)
  expect(edited.stderr).toContain('import-conflict')
  expect(await project.read(target)).toContain('# Manual')
  expect(await project.read(target)).toContain('Look here.')

  await project.write(page, '# Un autre guide\n')
  const changed = await project.run('import', 'en', path)
  expect(changed.stderr).toContain('import-unknown')
  expect(changed.code).toBe(0)
})

test('a final target stays, whoever was given it; a reviewed one may be changed by who was', async () => {
  const { project, file, path } = await exported()
  await project.write('guide.xliff', seeHere(translate(file, 'Guide', 'Manual'), 'final'))
  await project.run('import', 'en', path)
  await project.run('approve', 'en', 'guide')
  const { stdout } = await project.run('export', 'en')
  const changed = translate(translate(stdout, 'Guide', 'Handbook'), 'Voir ici\\.', 'Look here.')
  await project.write('guide.xliff', changed)
  const { stderr } = await project.run('import', 'en', path)
  expect(stderr).toMatch(/import-conflict .*final/)
  const page = await project.read(target)
  expect(page).toContain('# Manual')
  expect(page).toContain('Look here.')
})

test('what was translated since the export stays, and so does what the file has another source for', async () => {
  const { project, file, path } = await exported()
  await project.write('guide.xliff', seeHere(file).replace('<source>Voir ici.', '<source>Voir là-bas.'))
  expect((await project.run('import', 'en', path)).stderr).toContain('import-outdated')
  expect(await project.read(target)).toBe(source)
  await project.run('translate', 'en', '--engine', 'pseudo')
  const { stdout } = await project.run('export', 'en')
  const [last = ''] = Object.values<string>(JSON.parse(await project.read(resource))).slice(-1)
  await project.write(resource, (await project.read(resource)).replace(last, 'Look here.'))
  await project.write('guide.xliff', seeHere(stdout))
  expect((await project.run('import', 'en', path)).stderr).toContain('import-conflict')
  expect(await project.read(target)).not.toContain('See here.')
  expect(await project.read(resource)).toContain('Look here.')
})

test('a translation memory fills what is untranslated, and nothing else', async () => {
  const { project } = await exported()
  const memory = (french: string, english: string) =>
    `<tu><tuv xml:lang="fr"><seg>${french}</seg></tuv><tuv xml:lang="en"><seg>${english}</seg></tuv></tu>`
  const tmx = (...units: readonly string[]) =>
    `<tmx version="1.4"><header/><body>${units.join('')}</body></tmx>`
  await project.write('memory.tmx', tmx(memory('Voir ici.', 'See here.')))
  await project.run('import', 'en', join(project.root, 'memory.tmx'))
  expect(Object.values(JSON.parse(await project.read(resource)))).toEqual(['See here.'])
  await project.write('memory.tmx', tmx(memory('Voir ici.', 'Other.'), memory('Guide', 'Manual')))
  await project.run('import', 'en', join(project.root, 'memory.tmx'))
  expect(Object.values(JSON.parse(await project.read(resource)))).toEqual(['Manual', 'See here.'])
  const { stdout } = await project.run('export', 'en', '--format', 'tmx')
  expect(stdout.match(/<tu>/g)).toHaveLength(2)
})

test.each([
  [['import', 'en', 'nowhere.xliff'], 'nowhere.xliff'],
  [['import', 'de', 'guide.xliff'], 'is a translation into en, not de'],
  [['import', 'en', 'broken.xliff'], 'broken.xliff:'],
  [['import', 'en', 'empty.xliff'], 'empty.xliff:1:1 missing root element. Export'],
  [['export', 'en', 'de'], 'A file holds one locale'],
])('%j is wrong use', async (args, message) => {
  const { project, file } = await exported()
  await project.write('guide.xliff', file)
  await project.write('broken.xliff', '<xliff>')
  await project.write('empty.xliff', '')
  const { code, stderr } = await project.run(
    ...args.map(arg => (arg.endsWith('.xliff') ? join(project.root, arg) : arg)),
  )
  expect(code).toBe(2)
  expect(stderr).toContain(message)
})
