import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createProject, type TestProject } from './project.ts'

const french = `# Connexion

Ouvrez le menu principal de la caisse. Cliquez sur **Suivant** pour choisir le point de vente.

- Vérifiez les 3 numéros de téléphone.
- Écrivez à [l'assistance](https://example.com/aide).

![Le menu de la caisse](./images/menu.png)
`
const english = `# Connection

Open the main menu of the till. Click **Suivant** to choose the point of sale.

- Check the 3 phone numbers.
- Write to [the support team](https://example.com/aide).

![The menu of the till](./images/menu.png)
`
/** A paragraph more for English readers, one less than in French, two sentences made one. */
const shaped = english
  .replace('# Connection\n', '# Connection\n\nThis page was last reviewed by our London office in 2021.\n')
  .replace('till. Click', 'till, then click')
  .replace('- Check the 3 phone numbers.\n', '')

const report = async (project: TestProject, ...args: readonly string[]) => {
  const { stdout, stderr, code } = await project.run('align', ...args, '--json')
  return { code, stderr, ...JSON.parse(stdout) }
}

describe('verso align', () => {
  test('fills the catalogue of a page of equal shape outright, so that it is Verso’s from then on', async () => {
    const project = await createProject({ 'content/fr/a.md': french, 'content/en/a.md': english })
    const outcome = await report(project, 'en', '--reviewed')
    expect(outcome).toMatchObject({ code: 0, pages: 1, filled: 1, pairs: 6, entered: 6, doubtful: [] })
    const states = await project.read('locales/en/a.state.jsonl')
    expect(states.match(/"state":"reviewed","origin":"human"/g)).toHaveLength(6)
    const before = await project.snapshot()
    expect(await report(project, 'en', '--reviewed')).toMatchObject({ entered: 0, files: [] })
    expect(await project.snapshot()).toEqual(before)
    await project.run('translate', 'en')
    expect(await project.read('content/en/a.md')).toBe(english)
    await project.write(
      'content/fr/a.md',
      `${french}\nCliquez sur **Suivant** pour choisir le point de vente.\n`,
    )
    await project.run('translate', 'en')
    expect(await project.read('content/en/a.md')).toContain('menu.png)\n\nClick **Suivant** to choose')
  })

  test('learns from a page of another shape and leaves its bytes alone, at the next translate as well', async () => {
    const project = await createProject({ 'content/fr/a.md': french, 'content/en/a.md': shaped })
    const outcome = await report(project, 'en')
    expect(outcome).toMatchObject({ code: 0, pages: 1, filled: 0 })
    expect(outcome.files.filter((file: string) => file.startsWith('content/'))).toEqual([])
    const targets = JSON.parse(await project.read('locales/en/a.json'))
    expect(Object.values(targets)).toContain('Write to [the support team](https://example.com/aide).')
    expect(JSON.stringify(targets)).not.toContain('London')
    expect(await project.read('locales/en/a.state.jsonl')).toContain('"state":"translated","origin":"memory"')
    expect(await project.read('content/en/a.md')).toBe(shaped)
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.read('content/en/a.md')).toBe(shaped)
  })

  test('never replaces a target that is there', async () => {
    const project = await createProject({ 'content/fr/a.md': french, 'content/en/a.md': shaped })
    await report(project, 'en')
    const file = 'locales/en/a.json'
    await project.write(file, (await project.read(file)).replace('Write to', 'Do write to'))
    await report(project, 'en', '--reviewed')
    expect(await project.read(file)).toContain('Do write to')
  })

  test('learns nothing from a page in the wrong language, and says so', async () => {
    const project = await createProject({ 'content/fr/a.md': french, 'content/en/a.md': french })
    const outcome = await report(project, 'en')
    expect(outcome).toMatchObject({ pages: 1, pairs: 0, entered: 0, files: [] })
    expect(outcome.diagnostics).toMatchObject([{ code: 'align-language', file: 'content/en/a.md' }])
  })

  test('lists a sentence that was left untranslated as doubtful, with both places', async () => {
    const left = english.replace('Open the main menu of the till.', 'Ouvrez le menu principal de la caisse.')
    const project = await createProject({ 'content/fr/a.md': french, 'content/en/a.md': left })
    const { doubtful, entered } = await report(project, 'en')
    expect(doubtful).toMatchObject([
      {
        locale: 'en',
        source: { file: 'content/fr/a.md', line: 3, column: 1 },
        target: { file: 'content/en/a.md', line: 3, column: 1 },
        reason: 'target-language',
      },
    ])
    expect(entered).toBe(5)
  })

  test('takes empty and missing pages for what they are', async () => {
    const project = await createProject({
      'content/fr/a.md': french,
      'content/en/a.md': '',
      'content/fr/b.md': '',
      'content/en/b.md': english,
      'content/fr/c.md': french,
    })
    expect(await report(project, 'en')).toMatchObject({ code: 0, pages: 2, missing: 1, pairs: 0, files: [] })
  })

  test('learns from two folders outside the pages, for the memory alone', async () => {
    const project = await createProject({ 'content/fr/page.md': french })
    for (const [file, text] of [
      ['old/fr/guide.md', french],
      ['old/en/guide.md', english],
    ] as const) {
      await mkdir(dirname(join(project.root, file)), { recursive: true })
      await writeFile(join(project.root, file), text)
    }
    const folder = (name: string) => join(project.root, 'old', name)
    const outcome = await report(
      project,
      'en',
      '--reviewed',
      '--source-dir',
      folder('fr'),
      '--target-dir',
      folder('en'),
    )
    expect(outcome).toMatchObject({ code: 0, pages: 1, entered: 6 })
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.read('content/en/page.md')).toBe(english)
  })

  test('wants both folders, and one that holds pages', async () => {
    const project = await createProject({ 'content/fr/a.md': french })
    const one = await project.run('align', 'en', '--source-dir', project.root)
    expect([one.code, one.stderr]).toEqual([2, expect.stringContaining('--target-dir')])
    const empty = await project.run('align', 'en', '--source-dir', '/nowhere', '--target-dir', project.root)
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining('holds no Markdown')])
  })
})

test('a page that merely lacks a sentence is the same in the second run, also in a fresh clone', async () => {
  const project = await createProject({
    'content/fr/a.md':
      '# Formule\n\nUn e-mail est envoyé. Une notification apparaît à des fins de paiement :\n\n- Une carte.\n',
    'content/en/a.md': '# Plan\n\nAn email is sent.\n\n- A card.\n',
  })
  await project.run('align', 'en', '--reviewed')
  const first = await project.run('translate', 'en', '--engine', 'memory')
  expect(first.stderr).toContain('hand-edit-taken')
  const before = await project.snapshot()
  await project.remove('.verso')
  await project.run('translate', 'en', '--engine', 'memory')
  expect(await project.snapshot()).toEqual(before)
})

test('what a page shaped by hand has no place for is not untranslated, in a dry run either', async () => {
  const project = await createProject({
    'content/fr/a.md':
      '# Formule\n\nUn e-mail est envoyé.\n\n## Prérequis\n\nVous devez avoir un compte chez nous.\n',
    'content/en/a.md': '# Plan\n\nAn email is sent.\n',
  })
  await project.run('align', 'en', '--reviewed')
  for (const options of [['--dry-run'], []]) {
    const { stdout } = await project.run('translate', 'en', '--engine', 'memory', ...options, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ dryRun: options.length === 1, untranslated: 0 })
  }
})
