import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import {
  changed,
  changedLines,
  commit,
  english,
  git,
  page,
  resource,
  reviewed,
  sentence,
  stale,
  suggest,
  target,
} from '../support/reviewed-project.ts'
import { createProject } from './project.ts'

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

test('since a revision: what it had and what is there now', async () => {
  const project = await reviewed()
  commit(project)
  await project.write(target, (await project.read(target)).replace(english(3), 'Go to page 3.'))
  await project.run('translate', 'en')
  const { stdout } = await project.run('diff', 'en', '--since', 'HEAD')
  expect(stdout).toContain('[-Open-]{+Go to+} page')
  expect(stdout).toContain('1 segment on 1 page')
})

test('where no pager is to be found, the diff is printed; it is as wide as the terminal', async () => {
  const project = await stale()
  const run = (...args: readonly string[]) =>
    spawnSync(
      'script',
      ['-qec', `node ${resolve('dist/cli/main.js')} diff en ${args.join(' ')}`, '/dev/null'],
      {
        cwd: project.root,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, PAGER: 'no-such-pager', NO_COLOR: '1', COLUMNS: '40' },
      },
    )
  const { error, stdout } = run()
  // A machine may have no way to make a terminal.
  if (error !== undefined) return
  expect(stdout).toContain('3 segments on 1 page')
  const texts = stdout.split(/\r?\n/).filter(line => /^ {2}(source|en| )/.test(line))
  expect(Math.max(...texts.map(line => line.length))).toBeLessThanOrEqual(40)
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

test.each(['check', 'export'])('a reader of verso %s that has read enough is no fault', async command => {
  const many = Array.from({ length: 1500 }, (_, n) => `${sentence(n)}\n`).join('\n')
  const project = await createProject({ [page]: many, 'verso.config.yaml': 'engine: memory\n' })
  await project.run('translate', 'en')
  const { stderr } = spawnSync('sh', ['-c', `node ${resolve('dist/cli/main.js')} ${command} | head -c 10`], {
    cwd: project.root,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
})

test('a Markdown diff fits a comment on GitHub, and counts what it leaves out', async () => {
  // The first is longer than all that fits: it is left out, and those after it are not.
  const long = `${'Encore des mots '.repeat(5_000)}.\n\n`
  const source = long + Array.from({ length: 900 }, (_, n) => `${sentence(n)} Encore des mots.\n`).join('\n')
  const project = await createProject({ [page]: source, 'verso.config.yaml': 'engine: memory\n' })
  await project.run('translate', 'en')
  const { stdout } = await project.run('diff', 'en', '--format', 'markdown')
  expect(stdout.length).toBeLessThan(65_536)
  const shown = stdout.match(/<table>/g)?.length ?? 0
  expect(shown).toBeGreaterThan(100)
  const [, left] = /… and (\d+) more/.exec(stdout) ?? []
  const [, all] = /\*\*en\*\*: (\d+) segments/.exec(stdout) ?? []
  expect(shown + Number(left)).toBe(Number(all))
})

test('a page whose name has two lines is compared with itself since a revision, and so is the one after it', async () => {
  const files = ['content/fr/a\nb.md', 'content/fr/c.md']
  const text = `${sentence(1)}\n\n${sentence(2)}\n`
  const project = await createProject({
    ...Object.fromEntries(files.map(file => [file, text])),
    'verso.config.yaml': 'engine: memory\n',
  })
  await project.run('translate', 'en')
  commit(project)
  for (const file of files) await project.write(file, text.replace(sentence(2), 'Fermez le guide.'))
  const { stdout } = await project.run('diff', 'en', '--since', 'HEAD', '--json')
  const changes = JSON.parse(stdout).pages.map((one: { diffs: { source: { now: string } }[] }) =>
    one.diffs.map(({ source }) => source.now),
  )
  expect(changes).toEqual([['Fermez le guide.'], ['Fermez le guide.']])
})

test.each([
  [['diff', 'en', '--since', 'HEAD'], 'not in a Git repository'],
  [['glossary', 'impact', 'en', '--since', 'HEAD'], 'not in a Git repository'],
  [['diff', 'en', '--format', 'pdf'], 'Allowed choices'],
])('%j is wrong use', async (args, message) => {
  const project = await createProject({ [page]: `${sentence(1)}\n`, 'verso.config.yaml': 'engine: memory\n' })
  const { code, stderr } = await project.run(...args)
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})

test('a revision that Git does not have is named, and a shallow clone told apart', async () => {
  const project = await reviewed()
  commit(project)
  const { code, stderr } = await project.run('diff', 'en', '--since', 'HEAD^', '--json')
  expect(code).toBe(2)
  expect(stderr).toContain('no such revision here: HEAD^')
  expect(stderr).not.toContain('unshallow')
  expect((await project.run('diff', 'en', '--since', '--output=x')).code).toBe(2)
  git(project, 'commit', '-q', '--allow-empty', '-m', 'y')
  await project.write('.git/shallow', `${git(project, 'rev-parse', 'HEAD').stdout}`)
  const shallow = await project.run('diff', 'en', '--since', 'HEAD^')
  expect(shallow.code).toBe(2)
  expect(shallow.stderr).toContain('git fetch --unshallow')
})
