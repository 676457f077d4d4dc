import { execFileSync, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createProject, type TestProject } from './project.ts'

const page = 'content/fr/guide.md'
const resource = 'locales/en/guide.json'
const source = 'Ouvrez la page.\n\nFermez la page.\n'
const driver = `"${process.execPath}" "${resolve('dist/cli/main.js')}" merge %O %A %B %P`

test('two branches that translate neighbouring segments merge without a conflict, and the merge is whole', async () => {
  const { project, git } = await repository()
  await onBranch(project, git, 'other', ['Fermez la page.', 'Close the page.'])
  await onBranch(project, git, 'own', ['Ouvrez la page.', 'Open the page.'])
  // Git merges the pages' neighbouring lines by itself only where they are apart; the catalogue is what counts here.
  const merged = git('merge', '-X', 'ours', 'other')
  expect(merged.status).toBe(0)
  expect((await project.run('translate', 'en')).code).toBe(0)
  expect(Object.values(JSON.parse(await project.read(resource)))).toEqual([
    'Open the page.',
    'Close the page.',
  ])
  expect(await project.read('content/en/guide.md')).toBe('Open the page.\n\nClose the page.\n')
})

test('a segment translated in two ways is left to a person, and the merge is not called clean', async () => {
  const { project, git } = await repository()
  await onBranch(project, git, 'other', ['Ouvrez la page.', 'Open this page.'])
  await onBranch(project, git, 'own', ['Ouvrez la page.', 'Open the page.'])
  const merged = git('merge', 'other')
  expect(merged.status).toBe(1)
  expect(merged.stderr).toContain(`${resource}: 1 line was changed in two ways`)
  expect(await project.read(resource)).toContain('<<<<<<< ours\n')
  expect(git('ls-files', '-u').stdout).toContain(resource)
})

test('files that are no catalogue files are merged line by line', async () => {
  const project = await createProject({ base: 'a\nb\nc\n', ours: 'A\nb\nc\n', theirs: 'a\nb\nC\n' })
  const merged = spawnSync(
    process.execPath,
    [resolve('dist/cli/main.js'), 'merge', 'base', 'ours', 'theirs', 'locales/en/a.json'],
    { cwd: project.root, encoding: 'utf8' },
  )
  expect(merged.status).toBe(0)
  expect(await project.read('ours')).toBe('A\nb\nC\n')
})

test('versions in another encoding than UTF-8 are merged line by line, without a byte lost', async () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1')
  const own = latin1('{\n  "a": "Caf\u00e9",\n  "b": "x",\n  "c": "y"\n}\n')
  const project = await createProject({
    base: own,
    ours: own,
    theirs: latin1('{\n  "a": "Caf\u00e9",\n  "b": "x",\n  "c": "z"\n}\n'),
  })
  const args = ['merge', 'base', 'ours', 'theirs', 'locales/en/a.json']
  const merged = spawnSync(process.execPath, [resolve('dist/cli/main.js'), ...args], { cwd: project.root })
  expect(merged.status).toBe(0)
  expect(await project.bytes('ours')).toEqual(await project.bytes('theirs'))
})

async function repository() {
  const project = await createProject({
    [page]: source,
    'verso.config.yaml': 'engine: memory\n',
    '.gitignore': '.verso/\n',
    '.gitattributes': 'locales/**/*.json merge=verso\nlocales/**/*.jsonl merge=verso\n',
  })
  const git = (...args: readonly string[]) =>
    spawnSync('git', args, { cwd: project.root, encoding: 'utf8', env: { ...process.env, ...author } })
  execFileSync('git', ['init', '-q', '-b', 'own'], { cwd: project.root })
  git('config', 'merge.verso.driver', driver)
  await project.run('translate', 'en')
  git('add', '-A')
  git('commit', '-qm', 'Base')
  git('branch', 'other')
  return { project, git }
}

const author = {
  GIT_AUTHOR_NAME: 'Ana',
  GIT_AUTHOR_EMAIL: 'ana@example.org',
  GIT_COMMITTER_NAME: 'Ana',
  GIT_COMMITTER_EMAIL: 'ana@example.org',
}

/** Translates a sentence on the target page of a branch, and commits what a run makes of it. */
async function onBranch(
  project: TestProject,
  git: (...args: readonly string[]) => unknown,
  branch: string,
  [from, to]: readonly [string, string],
): Promise<void> {
  git('checkout', '-q', branch)
  const target = 'content/en/guide.md'
  await project.write(target, (await project.read(target)).replace(from, to))
  await project.run('translate', 'en')
  git('add', '-A')
  git('commit', '-qm', branch)
}
