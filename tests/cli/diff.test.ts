import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { createProject, type TestProject } from './project.ts'

const page = 'content/fr/guide.md'
const target = 'content/en/guide.md'
const resource = 'locales/en/guide.json'
const sentence = (n: number) => `Ouvrez la page numéro ${n} du guide.`
const english = (n: number) => `Open page number ${n} of the guide.`
const changed = [7, 30, 55]

/** A page of 60 segments that a person translated, whose source then changed in three of them. */
async function reviewed(): Promise<TestProject> {
  const numbers = Array.from({ length: 60 }, (_, n) => n)
  const project = await createProject({
    [page]: numbers.map(n => `${sentence(n)}\n`).join('\n'),
    [target]: numbers.map(n => `${english(n)}\n`).join('\n'),
    'verso.config.yaml': 'engine: memory\n',
    '.gitignore': '.verso/\n',
  })
  await project.run('translate', 'en')
  expect((await project.run('diff', 'en')).stdout).toBe('0 segments on 0 pages\n')
  return project
}

async function stale(): Promise<TestProject> {
  const project = await reviewed()
  let text = await project.read(page)
  for (const n of changed) text = text.replace(sentence(n), `Ouvrez ensuite la page ${n} du guide.`)
  await project.write(page, text)
  await project.run('translate', 'en')
  return project
}

/** Gives each stale segment the suggestion that an engine would. */
async function suggest(project: TestProject, textOf: (n: string) => string): Promise<void> {
  const sidecar = 'locales/en/guide.state.jsonl'
  const states = (await project.read(sidecar)).replace(
    /"previousSource":"Ouvrez la page numéro (\d+) du guide\."/g,
    (match, n: string) => `${match},"suggestion":{"target":"${textOf(n)}","origin":"draft","score":80}`,
  )
  await project.write(sidecar, states)
}

const git = (project: TestProject, ...args: readonly string[]) =>
  spawnSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
    cwd: project.root,
  })

function commit(project: TestProject): void {
  git(project, 'init', '-q')
  git(project, 'add', '-A')
  git(project, 'commit', '-qm', 'x')
}

const lines = (text: string) => text.split('\n')
const changedLines = (before: string, after: string) =>
  lines(after).filter((line, n) => line !== lines(before)[n]).length

test('three changed segments of sixty are the diff, and approving them touches their lines alone', async () => {
  const project = await stale()
  const { stdout } = await project.run('diff', 'en', '--json')
  const { pages } = JSON.parse(stdout)
  expect(pages).toHaveLength(1)
  expect(pages[0].segments).toBe(60)
  expect(pages[0].diffs.map(({ source }: { source: { now: string } }) => source.now)).toEqual(
    changed.map(n => `Ouvrez ensuite la page ${n} du guide.`),
  )
  expect(pages[0].diffs[0].target).toMatchObject({ current: english(7) })

  await suggest(project, n => `Then open page ${n} of the guide.`)
  const before = { page: await project.read(target), catalogue: await project.read(resource) }
  const approved = await project.run('approve', 'en', 'guide')
  expect(approved.stdout).toContain('3 approved')
  expect(changedLines(before.catalogue, await project.read(resource))).toBe(3)
  expect(changedLines(before.page, await project.read(target))).toBe(3)
  expect((await project.run('diff', 'en')).stdout).toBe('0 segments on 0 pages\n')
  expect((await project.run('approve', 'en', 'guide')).stdout).toBe('en  0 approved, 0 files written\n')
})

test('a proposal that is approved is on the page, and reopening keeps the text', async () => {
  const project = await stale()
  await suggest(project, n => `Next, open page ${n}.`)
  const [{ key }] = JSON.parse((await project.run('diff', 'en', '--json')).stdout).pages[0].diffs
  await project.run('approve', 'en', '--key', key)
  expect(await project.read(target)).toContain('\nNext, open page 7.\n')
  expect((await project.run('diff', 'en', '--stat')).stdout).toBe(
    'guide  2 of 60 segments\n2 segments on 1 page\n',
  )
  await project.run('reopen', 'en', '--key', key)
  expect(await project.read(target)).toContain('\nNext, open page 7.\n')
  expect((await project.run('diff', 'en', '--stat')).stdout).toContain('3 segments')
})

test('since a revision: what it had and what is there now; what came in since counts as reviewed', async () => {
  const project = await reviewed()
  commit(project)
  await project.write(target, (await project.read(target)).replace(english(3), 'Go to page 3.'))
  await project.run('translate', 'en')
  const [{ key }] = JSON.parse((await project.run('diff', 'en', '--since', 'HEAD', '--json')).stdout).pages[0]
    .diffs
  await project.run('reopen', 'en', '--key', key)
  const { stdout } = await project.run('diff', 'en', '--since', 'HEAD')
  expect(stdout).toContain('[-Open-]{+Go+} {+to +}page')
  expect(stdout).toContain('1 segment on 1 page')
  expect((await project.run('approve', 'en', '--from-git', 'HEAD')).stdout).toContain('1 approved')
  expect((await project.run('diff', 'en')).stdout).toBe('0 segments on 0 pages\n')
})

test('what came in with a revision stays as it was merged, whatever is suggested for it', async () => {
  const project = await stale()
  commit(project)
  await suggest(project, n => `Then open page ${n}.`)
  await project.write(resource, (await project.read(resource)).replace(english(7), 'Merged text of page 7.'))
  const { stdout } = await project.run('approve', 'en', '--from-git', 'HEAD')
  expect(stdout).toContain('1 approved')
  expect(await project.read(target)).toContain('\nMerged text of page 7.\n')
  expect(await project.read(target)).not.toContain('Then open page')
})

const hostile =
  'Voir <b title="x">ceci</b> `a|b` @tous </script><img src=x onerror=alert(1)> \u001b[31mrouge.'

test('what a page says is text in every format, whatever it looks like', async () => {
  const project = await createProject({ [page]: `${hostile}\n`, 'verso.config.yaml': 'engine: memory\n' })
  await project.run('translate', 'en')
  const terminal = (await project.run('diff', 'en')).stdout
  expect(terminal).not.toContain('\u001b')
  expect(terminal).toContain('\\u{1b}[31mrouge')
  const html = (await project.run('diff', 'en', '--format', 'html')).stdout
  expect(html).not.toMatch(/<img|<\/script>|<b /)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  const markdown = (await project.run('diff', 'en', '--format', 'markdown')).stdout
  expect(markdown).not.toMatch(/<img|<\/script>|<b |@tous/)
  // A blank line inside the table would make Markdown of what follows.
  expect(markdown).toMatch(/<table>.*<\/table>/)
})

test('a Markdown diff fits a comment on GitHub, and counts what it leaves out', async () => {
  const source = Array.from({ length: 900 }, (_, n) => `${sentence(n)} Encore des mots.\n`).join('\n')
  const project = await createProject({ [page]: source, 'verso.config.yaml': 'engine: memory\n' })
  await project.run('translate', 'en')
  const { stdout } = await project.run('diff', 'en', '--format', 'markdown')
  expect(stdout.length).toBeLessThan(65_536)
  const shown = stdout.match(/<table>/g)?.length ?? 0
  const [, left] = /… and (\d+) more/.exec(stdout) ?? []
  const [, all] = /\*\*en\*\*: (\d+) segments/.exec(stdout) ?? []
  expect(shown + Number(left)).toBe(Number(all))
})

test.each([
  [['diff', 'en', '--since', 'HEAD'], 'not in a Git repository'],
  [['approve', 'en', '--key', 'paragraph.none'], 'No segment has the key paragraph.none'],
  [['approve', 'en'], 'Say what to approve'],
  [['diff', 'en', '--format', 'pdf'], 'Allowed choices'],
])('%j is wrong use', async (args, message) => {
  const project = await createProject({ [page]: `${sentence(1)}\n`, 'verso.config.yaml': 'engine: memory\n' })
  const { code, stderr } = await project.run(...args)
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})

test('a revision that Git does not have is told, with what a shallow clone lacks', async () => {
  const project = await reviewed()
  commit(project)
  const { code, stderr } = await project.run('diff', 'en', '--since', 'v9', '--json')
  expect(code).toBe(2)
  expect(stderr).toContain('no such revision')
  expect((await project.run('diff', 'en', '--since', '--output=x')).code).toBe(2)
})
