import { symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProject, type TestProject } from './project.ts'

const page = `# Écran

![Un écran](./images/un%20écran.png "Titre")

<img src="images/logo.svg" alt="Logo">

![Partout](/img/x.png) ![Dehors](https://example.com/x.png) ![Nulle part](./images/none.png)
`
const screen = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x00, 0xff])
const files = {
  'content/fr/a/page.md': page,
  'content/fr/a/images/un écran.png': screen,
  'content/fr/a/images/logo.svg': '<svg/>',
}
const copy = 'content/en/a/images/un écran.png'
const logo = 'content/en/a/images/logo.svg'

async function translate(project: TestProject): Promise<readonly string[]> {
  const { code, stdout } = await project.run('translate', 'en', '--engine', 'memory', '--json')
  expect([0, 1]).toContain(code)
  return JSON.parse(stdout).files
}

async function imageFindings(project: TestProject) {
  const { diagnostics } = JSON.parse((await project.run('check', 'en', '--json')).stdout)
  return diagnostics
    .filter((one: { code: string }) => one.code.startsWith('image-'))
    .map((one: { code: string; message: string }) => `${one.code} ${one.message.replace(/”.*/s, '”')}`)
}

test('images that only the source has are copied byte for byte and entered in the ledger, once', async () => {
  const project = await createProject(files)
  expect(await translate(project)).toEqual(expect.arrayContaining([copy, logo, 'locales/en/images.jsonl']))
  expect(await project.bytes(copy)).toEqual(screen)
  const ledger = await project.read('locales/en/images.jsonl')
  expect(ledger.split('\n').map(line => line && JSON.parse(line).image)).toEqual([logo, copy, ''])
  const before = await project.snapshot()
  expect(await translate(project)).toEqual([])
  expect(await project.snapshot()).toEqual(before)
  expect(await imageFindings(project)).toEqual([
    'image-of-source “./images/un%20écran.png”',
    'image-of-source “images/logo.svg”',
    'image-unknown “./images/none.png”',
  ])
})

test('a copy follows its source, an image that somebody put there stays', async () => {
  const project = await createProject({ ...files, [logo]: '<svg>own</svg>' })
  await translate(project)
  expect(await project.read(logo)).toBe('<svg>own</svg>')
  await project.write('content/fr/a/images/un écran.png', 'second')
  await project.write('content/fr/a/images/logo.svg', '<svg>new</svg>')
  expect(await translate(project)).toEqual([copy, 'locales/en/images.jsonl'])
  expect(await project.read(copy)).toBe('second')
  expect(await project.read(logo)).toBe('<svg>own</svg>')
  await project.write(copy, 'the English screen')
  await project.write('content/fr/a/images/un écran.png', 'third')
  expect(await translate(project)).toEqual(['locales/en/images.jsonl'])
  expect(await project.read(copy)).toBe('the English screen')
  expect(await imageFindings(project)).toEqual(['image-unknown “./images/none.png”'])
})

test('nothing is copied through a link that leads out of the project, nor by a dry run', async () => {
  const project = await createProject({ 'content/fr/a.md': '![A](./out.png) ![B](./in.png)\n' })
  await writeFile(join(tmpdir(), 'verso-test-outside.png'), 'secret')
  await symlink(join(tmpdir(), 'verso-test-outside.png'), join(project.root, 'content/fr/out.png'))
  await project.write('content/fr/in.png', 'in')
  await project.run('translate', 'en', '--engine', 'memory', '--dry-run')
  expect((await project.list()).filter(file => file.includes('/en/'))).toEqual([])
  await project.run('translate', 'en', '--engine', 'memory')
  expect(await project.list('content/en')).toEqual(['content/en/a.md', 'content/en/in.png'])
})
