import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { createProject, type TestProject } from './project.ts'

const page = 'content/fr/guide.md'
const files = {
  [page]: '# Le guide\n\nOuvrez la page du guide.\n',
  'content/en/guide.md': '# The Guide\n\nOpen the page of the guide.\n',
  'verso.config.yaml': 'engine: memory\n',
  '.gitignore': '.verso/\n',
}

const git = (project: TestProject, ...args: readonly string[]) =>
  spawnSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
    cwd: project.root,
    encoding: 'utf8',
  })

/** A project whose translation is committed. */
async function committed(): Promise<TestProject> {
  const project = await createProject(files)
  await project.run('sync')
  git(project, 'init', '-q')
  git(project, 'add', '-A')
  git(project, 'commit', '-qm', 'x')
  return project
}

test('a push of a changed page gives the new page, and a summary with the one segment that changed', async () => {
  const project = await committed()
  await project.write(page, `${files[page]}\nFermez la page ensuite.\n`)
  const { code, stdout } = await project.run('sync', '--max-chars', '500')
  // Nobody translated the new sentence yet.
  expect(code).toBe(1)
  expect(stdout).toMatch(/^### Localisation: \d files written, 1 error\n/)
  expect(stdout).toContain('| en | 1 | 3 | 0 | 0 | 1 | 0 |')
  expect(stdout).toContain('**en**: 1 segment on 1 page')
  expect(stdout).toContain('Fermez la page ensuite.')
  expect(stdout).not.toContain('Ouvrez la page du guide.')
  expect(git(project, 'status', '--porcelain').stdout).toContain('content/en/guide.md')
})

test('frozen writes nothing, not even a cache, and fails exactly when something is out of date', async () => {
  const project = await committed()
  await project.remove('.verso')
  const fresh = await project.run('sync', '--frozen')
  expect([fresh.code, fresh.stdout.split('\n')[0]]).toEqual([0, '### Localisation: up to date, no errors'])
  await project.write(page, `${files[page]}\nFermez la page ensuite.\n`)
  const before = await project.snapshot()
  const stale = await project.run('sync', '--frozen', '--json')
  expect(stale.code).toBe(1)
  const report = JSON.parse(stale.stdout)
  expect(report.translate.files).toContain('content/en/guide.md')
  expect(await project.snapshot()).toEqual(before)
})

test('the same input gives the same bytes, and a second run writes nothing', async () => {
  const one = await createProject(files)
  const two = await createProject(files)
  await one.run('sync', '--engine', 'draft')
  await two.run('sync', '--engine', 'draft')
  expect(await one.list()).toEqual(await two.list())
  for (const file of await one.list()) expect(await one.read(file)).toBe(await two.read(file))
  const before = await one.snapshot()
  await one.run('sync', '--engine', 'draft')
  expect(await one.snapshot()).toEqual(before)
})

test('findings of severity error fail the run and head its summary, without Git as well', async () => {
  const project = await createProject({
    ...files,
    'content/en/guide.md': '# The Guide\n\nOpen the [page](missing.md) of the guide.\n',
  })
  const { code, stdout } = await project.run('sync', '--summary', `${project.root}/summary.md`)
  expect(stdout).toBe('')
  expect(code).toBe(1)
  expect(await project.read('summary.md')).toMatch(/^### Localisation: \d+ files? written, \d+ errors?\n/)
})

test.each([
  ['sync', '--quiet'],
  ['sync', '--summary', 'summary.md'],
  ['sync', '--json'],
  ['translate', '--quiet'],
  ['translate', '--json'],
])('%s %s says on stderr why it stopped early', async (command, ...options) => {
  // Nobody is at port 9 of this machine.
  const env = { DEEPL_AUTH_KEY: 'some-key:fx', DEEPL_SERVER_URL: 'http://127.0.0.1:9' }
  const project = await createProject({ [page]: files[page] }, env)
  const { code, stderr } = await project.run(command, 'en', '--engine', 'deepl', ...options)
  expect(code).toBe(3)
  expect(stderr).toMatch(/^verso: The engine gave up: DeepL can't be reached/m)
})

test('a summary that goes to a file leaves the errors that fail the job in its log', async () => {
  const project = await committed()
  await project.write(page, `${files[page]}\nFermez la page ensuite.\n`)
  const { code, stdout, stderr } = await project.run('sync', '--summary', 'summary.md')
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^content\/fr\/guide\.md:5:1 error untranslated /)
})
