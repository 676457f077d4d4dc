import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Play, playWorkflow } from './play-workflow.ts'

const workflow = resolve('.github/workflows/localise.yml')
const translations = 'refs/heads/verso/translations'
const english = 'content/en/guide.md'
const resource = 'locales/en/guide.json'

test('a push of French pages opens one pull request with their English, and later pushes add to it', async () => {
  const site = await createSite()
  const played = await site.push({ 'content/fr/guide.md': '# Le guide\n\nOuvrez la page du guide.\n' })
  expect(resultsOf(played)).toEqual({
    check: 'skipped',
    start: 'success',
    translate: 'success',
    publish: 'success',
  })
  expect(site.at(translations, english)).toContain('# ')
  expect(site.at('refs/heads/main', english)).toBeUndefined()
  const first = await site.github()
  expect(first.pulls).toHaveLength(1)
  expect(first.comments.map(({ body }) => body.split('\n')[1])).toEqual([
    expect.stringMatching(/^### Localisation, part 1 of 2: \d+ files? written, /),
  ])
  await site.push({ 'content/fr/menu.md': '# Le menu\n\nFermez le menu.\n' })
  expect(site.at(translations, 'content/en/menu.md')).toBeDefined()
  expect(site.at(translations, english)).toBeDefined()
  const second = await site.github()
  expect(second.pulls).toHaveLength(1)
  // One comment, with what the second run did.
  expect(second.comments).toHaveLength(1)
  expect(second.comments[0]?.body).toContain('Fermez le menu.')
  // Nothing is left to do: nothing is pushed.
  const tip = site.rev(translations)
  await site.play('push')
  expect(site.rev(translations)).toBe(tip)
})

test('lists that the parts of one run add to are put together', async () => {
  const site = await createSite()
  const page = (name: string) => `# Le ${name}\n\n![Le ${name}](${name}.png) ![Logo](logo.png)\n`
  const names = ['accueil', 'borne', 'carte', 'dessert']
  const played = await site.push({
    ...Object.fromEntries(names.map(name => [`content/fr/${name}.md`, page(name)])),
    ...Object.fromEntries([...names, 'logo'].map(name => [`content/fr/${name}.png`, `image ${name}`])),
  })
  expect(resultsOf(played)).toMatchObject({ translate: 'success', publish: 'success' })
  const images = site.at(translations, 'locales/en/images.jsonl')?.trimEnd().split('\n')
  expect(images?.map(line => JSON.parse(line).image)).toEqual(
    [...names, 'logo'].map(name => `content/en/${name}.png`),
  )
  expect(site.at(translations, 'content/en/logo.png')).toBe('image logo')
})

test('what a reviewer commits to the branch is built upon, before a run and during one', async () => {
  const site = await createSite()
  await site.push({ 'content/fr/guide.md': '# Le guide\n\nOuvrez la page.\n' })
  site.review(english, '# The guide\n\nOpen this very page.\n')
  const change = { 'content/fr/menu.md': '# Le menu\n\nFermez le menu.\n' }
  const played = await site.push(change, {
    before: async job => {
      if (job === 'publish') site.review('notes.md', 'A note of a reviewer.\n')
    },
  })
  expect(resultsOf(played).publish).toBe('success')
  expect(site.at(translations, english)).toContain('Open this very page.')
  expect(site.at(translations, resource)).toContain('Open this very page.')
  expect(site.at(translations, 'notes.md')).toBe('A note of a reviewer.\n')
  expect(site.at(translations, 'content/en/menu.md')).toBeDefined()
})

test('a run that another one overtakes adds to what that one pushed', async () => {
  const site = await createSite()
  await site.push({ 'content/fr/guide.md': '# Le guide\n\nOuvrez la page.\n' })
  let hasOvertaken = false
  const played = await site.push(
    { 'content/fr/menu.md': '# Le menu\n\nFermez le menu.\n' },
    {
      before: async job => {
        if (job !== 'publish' || hasOvertaken) return
        hasOvertaken = true
        const other = await site.push({ 'content/fr/porte.md': '# La porte\n\nFermez la porte.\n' })
        expect(resultsOf(other).publish).toBe('success')
      },
    },
  )
  expect(resultsOf(played).publish).toBe('success')
  for (const page of ['guide', 'menu', 'porte'])
    expect(site.at(translations, `content/en/${page}.md`)).toBeDefined()
  expect(site.at(translations, 'locales/en/menu.json')).not.toContain('<<<<')
  expect((await site.github()).pulls).toHaveLength(1)
})

test('where both branches changed the same lines, nothing is overwritten and the log says what to do', async () => {
  const site = await createSite()
  await site.push({ 'content/fr/guide.md': '# Le guide\n\nOuvrez la page.\n' })
  site.review(english, '# The guide\n\nOpen this very page.\n')
  const tip = site.rev(translations)
  const played = await site.push({ [english]: '# The manual\n\nOpen that page.\n' })
  expect(resultsOf(played)).toMatchObject({ start: 'failure', translate: 'skipped', publish: 'skipped' })
  expect(played.get('start')?.log).toContain('::error::The branch verso/translations and the main branch')
  expect(site.rev(translations)).toBe(tip)
})

test('a pull request is checked without the key, and pages that wait for their translation do not fail it', async () => {
  const site = await createSite()
  site.commit({ 'content/fr/guide.md': '# Le guide\n\nOuvrez la page.\n' })
  const fine = await site.play('pull_request')
  expect(resultsOf(fine)).toEqual({
    check: 'success',
    start: 'skipped',
    translate: 'skipped',
    publish: 'skipped',
  })
  expect(fine.get('check')?.log).toContain('::warning ')
  site.commit({ 'content/fr/guide.md': '---\ntitle: Le guide\n\nOuvrez la page.\n' })
  const broken = await site.play('pull_request')
  expect(resultsOf(broken).check).toBe('failure')
  expect(broken.get('check')?.log).toContain('::error file=content/fr/guide.md')
})

test('what was paid for is published when the cap stops the run, and the run is red', async () => {
  const site = await createSite({ 'verso.config.yaml': 'engine: libretranslate\n' })
  // Nobody listens there: the engine gives up, and what the memory knew is kept.
  const played = await site.push(
    { 'content/fr/guide.md': '# Le guide\n\nOuvrez la page.\n' },
    { env: { LIBRETRANSLATE_URL: 'http://127.0.0.1:9' } },
  )
  expect(resultsOf(played)).toMatchObject({ translate: 'failure', publish: 'success' })
  expect(site.at(translations, english)).toContain('Ouvrez la page.')
  expect((await site.github()).comments[0]?.body).toContain('The engine gave up')
})

function resultsOf(played: Awaited<ReturnType<typeof playWorkflow>>): Readonly<Record<string, string>> {
  return Object.fromEntries([...played].map(([job, { result }]) => [job, result]))
}

/** A bare repository with a project in it, a clone of a writer's, and commands for the jobs. */
async function createSite(files: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'verso-workflow-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  const origin = join(folder, 'origin.git')
  const clone = join(folder, 'writer')
  const bin = join(folder, 'bin')
  const env = { HOME: folder, GH_DOUBLE: join(folder, 'github.json'), GIT_CONFIG_NOSYSTEM: '1' }
  const git = (cwd: string, ...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...env, ...author },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  await mkdir(bin)
  await script(
    join(bin, 'gh'),
    `exec "${process.execPath}" "${resolve('tests/workflows/gh-double.mjs')}" "$@"`,
  )
  await script(join(bin, 'npm'), '[ "$1" = ci ]')
  await script(
    join(bin, 'npx'),
    `[ "$1" = verso ] && shift && exec "${process.execPath}" "${resolve('dist/cli/main.js')}" "$@"`,
  )
  git(folder, 'init', '--quiet', '--bare', '-b', 'main', origin)
  git(folder, 'clone', '--quiet', origin, clone)

  const commit = (changes: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(changes)) writeIn(clone, file, text)
    git(clone, 'add', '--all')
    git(clone, 'commit', '--quiet', '-m', 'A change')
    git(clone, 'push', '--quiet', 'origin', 'HEAD:refs/heads/main')
  }
  commit({
    'verso.config.yaml': 'engine: draft\n',
    '.gitignore': '.verso/\n',
    '.gitattributes':
      'content/** -text\nlocales/**/*.json merge=verso\nlocales/**/*.jsonl merge=verso\nlocales/*/ledger.jsonl merge=union\n',
    ...files,
  })
  const play = (event: Play['event'], more: Partial<Play> = {}) =>
    playWorkflow(workflow, {
      event,
      sha: git(clone, 'rev-parse', 'HEAD').trim(),
      origin,
      folder,
      bin,
      secrets: {},
      ...more,
      env: { ...env, ...more.env },
    })
  return {
    commit,
    play,
    push(changes: Readonly<Record<string, string>>, more: Partial<Play> = {}) {
      commit(changes)
      return play('push', more)
    },
    /** Commits to the branch of translations, as somebody who reviews it. */
    review(file: string, text: string) {
      const own = join(folder, 'reviewer')
      rmSync(own, { recursive: true, force: true })
      git(folder, 'clone', '--quiet', '--branch', 'verso/translations', origin, own)
      writeIn(own, file, text)
      git(own, 'add', '--all')
      git(own, 'commit', '--quiet', '-m', 'A review')
      git(own, 'push', '--quiet')
    },
    rev: (ref: string) => git(origin, 'rev-parse', ref).trim(),
    at(ref: string, file: string): string | undefined {
      try {
        return git(origin, 'show', `${ref}:${file}`)
      } catch {
        return undefined
      }
    },
    async github(): Promise<{
      readonly pulls: readonly unknown[]
      readonly comments: readonly { body: string }[]
    }> {
      return JSON.parse(await readFile(env.GH_DOUBLE, 'utf8'))
    },
  }
}

function writeIn(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

async function script(file: string, line: string): Promise<void> {
  await writeFile(file, `#!/bin/sh\n${line}\n`)
  await chmod(file, 0o755)
}

const author = {
  GIT_AUTHOR_NAME: 'Ana',
  GIT_AUTHOR_EMAIL: 'ana@example.org',
  GIT_COMMITTER_NAME: 'Ana',
  GIT_COMMITTER_EMAIL: 'ana@example.org',
}
