import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { createProject, type TestProject } from './project.ts'

const french = `---
title: Régler l’imprimante
path_override: imprimante
---

## Avant de commencer

Allumez l’imprimante et attendez le signal. Vérifiez le papier dans le bac.

Cliquez sur **Suivant** pour ouvrir le menu des réglages.

- Choisissez la langue de l’écran.
- Notez l’adresse de l’imprimante.
`

const english = `---
title: Set Up the Printer
path_override: imprimante
---

## Before You Start

Switch on the printer and wait for the signal. Check the paper in the tray.

Click **Suivant** to open the settings menu.

- Choose the language of the screen.
- Write down the printer’s address.
`

const [oldFrench, newFrench] = ['content/fr/imprimante.md', 'content/fr/materiel/imprimantes.md']
const [oldEnglish, newEnglish] = ['content/en/imprimante.md', 'content/en/materiel/imprimantes.md']

/** A project whose one page a person translated and approved. */
async function approvedProject(translation = english): Promise<TestProject> {
  const project = await createProject({ [oldFrench]: french, [oldEnglish]: translation })
  await project.run('translate', 'en', '--engine', 'memory')
  await project.run('approve', 'en')
  return project
}

async function move(project: TestProject, from: string, to: string, text?: string): Promise<void> {
  await project.write(to, text ?? (await project.read(from)))
  await project.remove(from)
}

const json = async (ended: Promise<{ stdout: string }>) => JSON.parse((await ended).stdout)

describe('a French page that was renamed', () => {
  test('keeps its translation and approvals; a sentence that was edited is stale', async () => {
    const project = await approvedProject()
    const states = await project.read('locales/en/imprimante.state.jsonl')
    await move(
      project,
      oldFrench,
      newFrench,
      french.replace('attendez le signal', 'attendez le second signal'),
    )
    const planned = await json(project.run('translate', 'en', '--engine', 'deepl', '--dry-run', '--json'))
    expect(planned).toMatchObject({ untranslated: 0, stale: 1 })
    const report = await json(project.run('translate', 'en', '--engine', 'memory', '--json'))
    expect(report).toMatchObject({ characters: 0, untranslated: 0, stale: 1 })
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'page-moved', severity: 'warning', file: oldEnglish }),
    )
    expect(await project.read(newEnglish)).toBe(
      english.replace('path_override: imprimante', 'path_override: imprimantes'),
    )
    const now = await project.read('locales/en/materiel/imprimantes.state.jsonl')
    expect(now.match(/"state":"reviewed"/g)).toHaveLength(states.match(/"state":"reviewed"/g)?.length ?? 0)
    expect(now).toContain('"previousSource":"Allumez l’imprimante et attendez le signal."')
    expect(await project.list('locales')).toEqual([
      'locales/en/imprimante.state.jsonl',
      'locales/en/materiel/imprimantes.json',
      'locales/en/materiel/imprimantes.state.jsonl',
      'locales/fr/materiel/imprimantes.json',
    ])
    expect(await project.read(oldEnglish)).toBe(english)
  })

  test('takes a page’s own edits along, those that no run has seen yet and those of its structure', async () => {
    const project = await approvedProject()
    const edited = english
      .replace('Check the paper in the tray.', 'Make sure that there is paper in the tray.')
      .replace('- Write down', 'A note for English readers.\n\n- Write down')
    await project.write(oldEnglish, edited)
    await move(project, oldFrench, newFrench)
    const { files } = await json(project.run('translate', 'en', '--engine', 'memory', '--json'))
    expect(files).toContain(newEnglish)
    expect(await project.read(newEnglish)).toBe(
      edited.replace('path_override: imprimante', 'path_override: imprimantes'),
    )
    const moved = await project.read('locales/en/materiel/imprimantes.state.jsonl')
    expect(moved).toContain('{"page":{"diverged":true}}')
    // Once more, as a diverged page.
    const further = 'content/fr/materiel/bureau/imprimantes.md'
    await move(project, newFrench, further, french.replace('la langue', 'une langue'))
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.read('content/en/materiel/bureau/imprimantes.md')).toBe(
      await project.read(newEnglish),
    )
  })

  test('uses the translated page that is at the new path already', async () => {
    const project = await approvedProject()
    await move(project, oldFrench, newFrench)
    const own = english.replace('Check the paper', 'Look at the paper')
    await move(project, oldEnglish, newEnglish, own)
    const report = await json(project.run('translate', 'en', '--engine', 'memory', '--json'))
    expect(report.diagnostics.map(({ code }: { code: string }) => code)).toEqual(['hand-edit-taken'])
    expect(await project.read(newEnglish)).toBe(
      own.replace('path_override: imprimante', 'path_override: imprimantes'),
    )
    expect(await project.list('content/en')).toEqual([newEnglish])
  })

  test('is reported by check and status, before it is carried over and after', async () => {
    const project = await approvedProject()
    await move(project, oldFrench, newFrench)
    const codes = async () => {
      const { diagnostics } = await json(project.run('check', 'en', '--json'))
      return diagnostics.filter(({ code }: { code: string }) => /moved|orphan/.test(code))
    }
    expect(await codes()).toMatchObject([
      { code: 'page-moved', file: oldEnglish, message: expect.stringContaining('Run verso translate') },
    ])
    expect((await json(project.run('diff', 'en', '--json'))).pages).toEqual([])
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await codes()).toMatchObject([
      { code: 'page-moved', file: oldEnglish, message: expect.stringContaining('--prune') },
    ])
    const status = await json(project.run('status', 'en', '--json'))
    expect(status).toMatchObject({
      orphans: [],
      moved: [{ file: oldEnglish, to: 'materiel/imprimantes' }],
      pages: [{ page: 'materiel/imprimantes', states: { reviewed: 7 } }],
    })
    const before = await project.snapshot()
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.snapshot()).toEqual(before)
  })

  test('gives its old path to another page: what is left there is no translation of that', async () => {
    const project = await approvedProject()
    await move(project, oldFrench, newFrench)
    await project.run('translate', 'en', '--engine', 'memory')
    await project.write(oldFrench, 'Cette page a déménagé.\n')
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.read(oldEnglish)).toBe('Cette page a déménagé.\n')
    expect(await project.read('locales/en/imprimante.state.jsonl')).not.toContain('movedTo')
  })

  test('is followed by a whole folder of fifty pages, in a site with a folder an app', async () => {
    const text = (n: number) =>
      `# Page ${n}\n\n${french.split('\n\n')[2]}\n\nLe réglage numéro ${n} est fait.\n`
    const numbers = Array.from({ length: 50 }, (_, n) => n)
    const project = await createProject({
      'verso.config.yaml': 'pages: content/**/{locale}/**/*.md\n',
      ...Object.fromEntries(numbers.map(n => [`content/caisse/fr/guide/Page${n}.md`, text(n)])),
    })
    await project.run('translate', 'en', '--engine', 'pseudo')
    const english = await Promise.all(numbers.map(n => project.read(`content/caisse/en/guide/Page${n}.md`)))
    for (const n of numbers)
      await move(project, `content/caisse/fr/guide/Page${n}.md`, `content/caisse/fr/aide/page${n}.md`)
    const report = await json(project.run('translate', 'en', '--engine', 'pseudo', '--json'))
    expect(report).toMatchObject({ pages: 50, fromMemory: 0, fromEngine: 0, characters: 0 })
    expect(report.diagnostics).toHaveLength(50)
    for (const n of numbers) expect(await project.read(`content/caisse/en/aide/page${n}.md`)).toBe(english[n])
    expect(await project.list('locales/fr')).toHaveLength(50)
  })

  test('and is MDX from then on, or below another folder, has the edited English page follow', async () => {
    const project = await createProject({
      'verso.config.yaml': 'pages: content/**/{locale}/**/*.md\nengine: memory\n',
      'content/a/fr/b/guide.md': french,
      'content/a/en/b/guide.md': english,
    })
    await project.run('translate', 'en')
    const edited = english
      .replace('the tray', 'its tray')
      .replace('path_override: imprimante', 'path_override: guide')
    await project.write('content/a/en/b/guide.md', edited)
    await move(project, 'content/a/fr/b/guide.md', 'content/a/b/fr/guide.mdx')
    const report = await json(project.run('translate', 'en', '--json'))
    expect(report).toMatchObject({ untranslated: 0, stale: 0, fromMemory: 0 })
    expect(await project.list('content')).toEqual(['content/a/b/en/guide.mdx', 'content/a/b/fr/guide.mdx'])
    expect(await project.read('content/a/b/en/guide.mdx')).toBe(edited)
  })

  test('and was copied as well goes to neither copy, which are filled from the memory', async () => {
    const project = await approvedProject()
    await move(project, oldFrench, 'content/fr/un.md')
    await project.write('content/fr/deux.md', french)
    const report = await json(project.run('translate', 'en', '--engine', 'memory', '--json'))
    expect(report).toMatchObject({ untranslated: 0, characters: 0 })
    const [found] = report.diagnostics.filter(({ code }: { code: string }) => code === 'page-moved')
    expect(found.message).toContain('deux and un alike')
    expect(await project.read('locales/fr/imprimante.json')).toBe(await project.read('locales/fr/un.json'))
  })

  test('has no more to review than before: in sync’s summary, in a diff and for an approval from Git', async () => {
    const project = await approvedProject()
    const git = (...args: readonly string[]) =>
      spawnSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
        cwd: project.root,
      })
    // Filled from the memory: nobody has read it yet.
    await project.write('content/fr/copie.md', french)
    await project.run('translate', 'en', '--engine', 'memory')
    git('init', '-q')
    git('add', '-A')
    git('commit', '-qm', 'x')
    await move(project, 'content/fr/copie.md', newFrench, french.replace('la langue', 'une langue'))
    const { stdout } = await project.run('sync', '--engine', 'memory')
    expect(stdout).toContain('**en**: 1 segment on 1 page')
    expect(stdout).toContain('Choisissez')
    git('add', '-A')
    git('commit', '-qm', 'y')
    const approved = await project.run('approve', 'en', '--from-git', 'HEAD^1..HEAD')
    expect(approved.stdout).toContain('0 approved')
  })

  test('whose catalogue can’t be carried over is left alone, and keeps its approvals for the next run', async () => {
    const text = 'Ouvrez la caisse.\n'
    const project = await createProject({
      'content/fr/a.md': text,
      'content/fr/c.md': 'Fermez le tiroir.\n',
      'content/en/a.md': 'Open the till.\n',
      'verso.config.yaml': 'engine: pseudo\n',
    })
    await project.run('translate', 'en')
    await project.remove('content/fr/a.md')
    await project.write('content/fr/b.md', text)
    // In the way of what is to come there.
    await project.write('locales/en/b.state.jsonl/x', '')
    const { code, stdout } = await project.run('translate', 'en', '--json')
    const { diagnostics } = JSON.parse(stdout)
    expect(code).toBe(1)
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'write-failed', file: 'content/fr/b.md' }),
    )
    expect(await project.list('locales/fr')).toEqual(['locales/fr/a.json', 'locales/fr/c.json'])
    await project.remove('locales/en/b.state.jsonl')
    expect((await project.run('translate', 'en')).code).toBe(0)
    expect(await project.read('content/en/b.md')).toBe('Open the till.\n')
    expect(await project.read('locales/en/b.state.jsonl')).toContain('"state":"reviewed"')
  })

  test('is told once for each locale of the run, and not for the others, which follow as well', async () => {
    const project = await createProject({ [oldFrench]: french })
    await project.run('translate', 'en', 'de', 'it', '--engine', 'pseudo')
    await move(project, oldFrench, newFrench)
    const report = await json(project.run('translate', 'en', 'de', '--engine', 'pseudo', '--json'))
    const told = report.diagnostics.filter(({ code }: { code: string }) => code === 'page-moved')
    expect(told.map(({ locale }: { locale: string }) => locale).toSorted()).toEqual(['de', 'en'])
    expect(await project.list('locales/it')).toContain('locales/it/materiel/imprimantes.json')
  })
})
