import { spawnSync } from 'node:child_process'
import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createProject, type TestProject } from './project.ts'

const good = '# Bon\n\nOuvrez le menu.\n'

/** Runs a project with one bad page beside a good one, which must come out whole whatever the other is. */
async function runBeside(file: string, bad: string | Uint8Array) {
  const project = await createProject({ 'content/fr/bon.md': good, [file]: bad })
  const ended = await project.run('translate', 'en', '--engine', 'pseudo', '--json')
  const report = JSON.parse(ended.stdout)
  expect(await project.read('content/en/bon.md')).not.toBe(good)
  return { project, report, ...ended }
}

const findings = (report: { diagnostics: { code: string; file: string }[] }, file: string) =>
  report.diagnostics.filter(diagnostic => diagnostic.file === file).map(({ code }) => code)

const target = (file: string) => file.replace('content/fr', 'content/en')

/** A file system of its own can be filled without harm; making one takes root on Linux. */
function canMount(): boolean {
  return (
    process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0
  )
}

describe('bad pages', () => {
  test('invalid UTF-8 is refused with its place, and no target page is written', async () => {
    const bytes = Buffer.concat([
      Buffer.from('# Un\n\nabc '),
      Buffer.from([0xe9, 0x20]),
      Buffer.from('def\n'),
    ])
    const { project, report, code } = await runBeside('content/fr/x.md', bytes)
    expect(code).toBe(1)
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'invalid-utf8', file: 'content/fr/x.md', line: 3, column: 5 }),
    )
    expect(await project.list('content/en')).toEqual(['content/en/bon.md'])
  })

  test.each([
    ['unclosed front matter', '---\ntitle: Un titre\n\n# Un\n\nTexte.\n', 'front-matter-unclosed'],
    ['duplicate keys', '---\ntitle: Un\ntitle: Deux\n---\n', 'front-matter-invalid'],
    ['broken YAML', '---\ntitle: "Un\nautre: [\n---\n', 'front-matter-invalid'],
    [
      'YAML of lists in lists',
      `---\ntitle: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n---\n`,
      'front-matter-invalid',
    ],
    ['deep nesting', `${'>'.repeat(50_000)} Texte.\n`, 'too-deep'],
  ])('%s is reported, and no target page is written until it is mended', async (_, text, finding) => {
    const { project, report, code } = await runBeside('content/fr/x.md', text)
    expect(findings(report, 'content/fr/x.md')).toContain(finding)
    expect(code).toBe(1)
    expect(await project.list('content/en')).toEqual(['content/en/bon.md'])
    await project.write('content/fr/x.md', good)
    expect((await project.run('translate', 'en', '--engine', 'pseudo')).code).toBe(0)
  })

  test.each([
    ['front matter that lost its end', (text: string) => text.replace('\n---\n', '\n')],
    ['a duplicate key', (text: string) => text.replace('---\n', '---\ntitle: Deux\n')],
    [
      'a merge conflict',
      (text: string) =>
        text.replace('# Le', '<<<<<<< HEAD\n# Un\n=======\n# Le').replace('guide\n', 'guide\n>>>>>>> b\n'),
    ],
  ])('%s in a page that was translated leaves its translation as it was', async (_, spoil) => {
    const page = '---\ntitle: Un titre\n---\n\n# Le guide\n\nOuvrez la page.\n'
    const { project } = await runBeside('content/fr/x.md', page)
    await project.write('content/en/x.md', '---\ntitle: A Title\n---\n\n# The Guide\n\nOpen the page.\n')
    await project.run('translate', 'en')
    const before = await project.snapshot()
    const spoilt = spoil(page)
    expect(spoilt).not.toBe(page)
    await project.write('content/fr/x.md', spoilt)
    const { code, stderr } = await project.run('translate', 'en')
    expect(code).toBe(1)
    expect(stderr).toContain('content/fr/x.md:')
    expect((await project.run('check', 'en')).code).toBe(1)
    await project.write('content/fr/x.md', page)
    expect((await project.run('translate', 'en')).code).toBe(0)
    const after = await project.snapshot()
    const texts = (state: ReadonlyMap<string, string>) =>
      [...state].map(([file, value]) => [file, value.split(' ')[1]])
    expect(texts(after)).toEqual(texts(before))
  })

  test('a YAML bomb is not expanded', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `k${n + 1}: &k${n + 1} [${Array(9).fill(`*k${n}`).join(', ')}]`,
    )
    const text = `---\nk0: &k0 lol\n${levels.join('\n')}\ntitle: Un titre\n---\n\nTexte.\n`
    const { project } = await runBeside('content/fr/x.md', text)
    expect(await project.read('content/en/x.md')).toContain('k30: &k30 [*k29')
  })

  test.each([
    ['an empty page', ''],
    ['front matter alone', '---\nposition: 1\n---\n'],
    ['white space alone', '\n \t\n'],
  ])('%s comes out as it is', async (_, text) => {
    const { project, code } = await runBeside('content/fr/x.md', text)
    expect(code).toBe(0)
    expect(await project.read('content/en/x.md')).toBe(text)
  })

  test('a page of 5 MB comes out whole', async () => {
    const text = 'Ouvrez le menu **principal**, puis fermez la porte.\n\n'.repeat(100_000)
    const project = await createProject({ 'content/fr/x.md': text })
    expect((await project.run('translate', 'en', '--engine', 'identity')).code).toBe(0)
    expect(await project.read('content/en/x.md')).toBe(text)
  }, 300_000)

  test.each([
    ['is not UTF-8', Buffer.from('Le caf\u00e9 du soir.\n', 'latin1'), 'invalid-utf8'],
    [
      'has a merge conflict',
      Buffer.from('<<<<<<< HEAD\nThe coffee.\n=======\nA coffee.\n>>>>>>> side\n'),
      'merge-conflict',
    ],
  ])(
    'a target page that %s stays as it is to the byte, and its translation in the catalogue',
    async (_, bytes, fault) => {
      const project = await createProject({
        'content/fr/a.md': 'Le café.\n',
        'content/en/a.md': 'The coffee.\n',
      })
      await project.run('translate', 'en', '--engine', 'memory')
      await project.write('content/en/a.md', bytes)
      await project.write('content/fr/a.md', 'Le café du matin.\n')
      const { code, stdout } = await project.run('translate', 'en', '--engine', 'memory', '--json')
      expect(code).toBe(1)
      const { diagnostics } = JSON.parse(stdout)
      expect(diagnostics).toContainEqual(expect.objectContaining({ code: fault, file: 'content/en/a.md' }))
      expect(await project.bytes('content/en/a.md')).toEqual(bytes)
      expect(Object.values(JSON.parse(await project.read('locales/en/a.json')))).toEqual(['The coffee.'])
    },
  )

  test('a link out of the root is not followed', async () => {
    const project = await createProject({ 'content/fr/bon.md': good })
    const secret = await createProject({ 'secret.md': 'Un secret.\n' })
    await symlink(join(secret.root, 'secret.md'), join(project.root, 'content/fr/x.md'))
    const { stdout, code } = await project.run('translate', 'en', '--engine', 'pseudo', '--json')
    expect(code).toBe(1)
    expect(findings(JSON.parse(stdout), 'content/fr/x.md')).toEqual(['outside-root'])
    expect(await project.list('content/en')).toEqual(['content/en/bon.md'])
  })

  test.each(["l'été à Nîmes.md", 'e\u0301te\u0301.md', '"a" b $(c) [d] {e} *.md', 'a%20b#c?.md'])(
    'a page called %s is a page like any other',
    async name => {
      const { project, code } = await runBeside(`content/fr/${name}`, 'Fermez la porte.\n')
      expect(code).toBe(0)
      expect(await project.list('content/en')).toContain(target(`content/fr/${name}`))
      const named = await project.run(
        'translate',
        'en',
        name.normalize('NFC').slice(0, -'.md'.length),
        '--engine',
        'pseudo',
      )
      expect(named.code).toBe(0)
    },
  )

  test('pages that differ in case alone are left alone and reported', async () => {
    const project = await createProject({ 'content/fr/Menu.md': good, 'content/fr/menu.md': good })
    const { stdout, code } = await project.run('translate', 'en', '--json')
    expect(code).toBe(1)
    const codes = JSON.parse(stdout).diagnostics.map((diagnostic: { code: string }) => diagnostic.code)
    expect(codes).toEqual(['case-collision', 'case-collision'])
  })
})

describe('bad surroundings', () => {
  async function translated(): Promise<TestProject> {
    const project = await createProject({ 'content/fr/a.md': good })
    await project.run('translate', 'en', '--engine', 'pseudo')
    return project
  }

  test('a catalogue with conflict markers is reported with its line and left alone, with its page', async () => {
    const project = await translated()
    const broken = (await project.read('locales/en/a.json')).replace('{\n', '{\n<<<<<<< ours\n')
    await project.write('locales/en/a.json', broken)
    await project.write('content/fr/a.md', `${good}\nEncore.\n`)
    const page = await project.read('content/en/a.md')
    const { stdout, code } = await project.run('translate', 'en', '--engine', 'pseudo', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout).diagnostics).toContainEqual(
      expect.objectContaining({ code: 'catalogue-invalid', file: 'locales/en/a.json', line: 2 }),
    )
    expect(await project.read('locales/en/a.json')).toBe(broken)
    expect(await project.read('content/en/a.md')).toBe(page)
  })

  test.each([
    ['locales/fr/a.json', '": "'],
    ['locales/en/a.json', '": "'],
    ['locales/en/a.state.jsonl', '"origin"'],
  ])(
    '%s in another encoding than UTF-8 is left alone byte for byte, with its page, and told',
    async (file, at) => {
      const project = await translated()
      const text = await project.read(file)
      expect(text).toContain(at)
      const latin1 = Buffer.from(text.replace(at, `caf\u00e9 ${at}`), 'latin1')
      await project.write(file, latin1)
      const page = await project.read('content/en/a.md')
      for (const command of [
        ['translate', 'en', '--engine', 'pseudo'],
        ['check', 'en'],
        ['status', 'en'],
      ]) {
        const { code, stdout } = await project.run(...command, '--json')
        expect({ command, code }).toEqual({ command, code: 1 })
        expect(JSON.parse(stdout).diagnostics).toContainEqual(
          expect.objectContaining({
            code: 'catalogue-invalid',
            file,
            message: expect.stringContaining('not valid UTF-8'),
          }),
        )
      }
      expect(await project.bytes(file)).toEqual(latin1)
      expect(await project.read('content/en/a.md')).toBe(page)
    },
  )

  test.each([
    [
      'a glossary that is not UTF-8',
      'locales/en/glossary.yaml',
      Buffer.from('terms:\n  - { source: caf\u00e9, target: coffee }\n', 'latin1'),
      /glossary\.yaml:2:18: not valid UTF-8/,
    ],
    [
      'a configuration that is not UTF-8',
      'verso.config.yaml',
      Buffer.from('# Configur\u00e9\n', 'latin1'),
      /config\.yaml:1:11: not valid UTF-8/,
    ],
    ['a glossary of a wrong type', 'locales/en/glossary.yaml', 'terms: non\n', /glossary\.yaml:1:8/],
    [
      'an unknown key',
      'verso.config.yaml',
      'source: fr\ntarget: [en]\n',
      /verso\.config\.yaml:2:1.*targets/s,
    ],
    ['a wrong type', 'verso.config.yaml', 'targets: 3\n', /verso\.config\.yaml:1:10/],
    ['broken YAML', 'verso.config.yaml', 'source: [\n', /verso\.config\.yaml:/],
  ])('%s ends the run with exit code 2 and the place', async (_, file, text, message) => {
    const project = await createProject({ 'content/fr/a.md': good, [file]: text })
    const { code, stderr } = await project.run('translate', 'en')
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
    expect(await project.list('content')).toEqual(['content/fr/a.md'])
  })

  test.each([
    [['xx']],
    [['fr']],
    [['en', '--engine', 'nowhere']],
    [['en', '--max-chars', 'many']],
    [['en', '--nothing']],
  ])('wrong use ends with exit code 2: %s', async args => {
    const project = await createProject({ 'content/fr/a.md': good })
    const { code, stderr } = await project.run('translate', ...args)
    expect(code).toBe(2)
    expect(stderr).not.toBe('')
  })

  test('a target that can’t be written is reported; the other locale is written', async () => {
    const project = await createProject({ 'content/fr/a.md': good })
    // Nothing can be written below a file, whoever runs the test.
    await writeFile(join(project.root, 'content/en'), '')
    const { code, stdout } = await project.run('translate', 'en', 'de', '--json')
    expect(code).toBe(1)
    expect(findings(JSON.parse(stdout), 'content/en/a.md')).toEqual(['write-failed'])
    expect(await project.read('content/de/a.md')).toBe(good)
    // It is tried again in every run, until it can be.
    expect((await project.run('translate', 'en')).code).toBe(1)
    await project.remove('content/en')
    expect((await project.run('translate', 'en')).code).toBe(0)
    expect(await project.list('content/en')).toEqual(['content/en/a.md'])
  })

  test.skipIf(!canMount())('a full disk leaves the files that were there, and is reported', async () => {
    const project = await createProject({})
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', project.root]).status).toBe(0)
    onTestFinished(() => void spawnSync('umount', [project.root]))
    await project.write('content/fr/a.md', good)
    await project.run('translate', 'en', '--engine', 'pseudo')
    const before = await project.read('content/en/a.md')
    const long = Array.from({ length: 5_000 }, (_, n) => `Une phrase de plus, la ${n}.`).join('\n\n')
    await project.write('content/fr/a.md', `${good}\n${long}\n`)
    const { code, stdout } = await project.run('translate', 'en', '--engine', 'pseudo', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout).diagnostics).toContainEqual(
      expect.objectContaining({ code: 'write-failed', message: expect.stringContaining('disk is full') }),
    )
    expect(await project.read('content/en/a.md')).toBe(before)
    for (const file of await project.list('locales')) {
      const text = await project.read(file)
      if (file.endsWith('.json')) expect(() => JSON.parse(text)).not.toThrow()
    }
  })

  test('a second run while one is under way is refused, and the first goes on', async () => {
    const pages = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`content/fr/p${n}.md`, good]))
    const project = await createProject(pages)
    const first = project.start('translate', 'en', '--engine', 'pseudo')
    await expect.poll(() => project.read('.verso/owner.json').catch(() => ''), { interval: 5 }).not.toBe('')
    const second = await project.run('translate', 'en', '--engine', 'pseudo')
    expect(second.code).toBe(2)
    expect(second.stderr).toContain('under way')
    expect((await first.ended).code).toBe(0)
  })

  test('a run that is killed leaves files that can be read, and the next one ends its work', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [`content/fr/p${n}.md`, `${good}\nPage ${n}.\n`]),
    )
    const project = await createProject(pages)
    const killed = project.start('translate', 'en', '--engine', 'pseudo')
    await expect
      .poll(() => project.list('.').then(files => files.length), { interval: 10 })
      .toBeGreaterThan(320)
    killed.kill('SIGKILL')
    await killed.ended
    for (const file of await project.list('locales')) {
      if (!file.endsWith('.json')) continue
      const text = await project.read(file)
      expect(() => JSON.parse(text)).not.toThrow()
    }
    const { code, stdout } = await project.run('translate', 'en', '--engine', 'pseudo', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ pages: 300, untranslated: 0 })
    expect((await project.list('content/en')).length).toBe(300)
  })

  test('Ctrl-C ends with exit code 130 and keeps what was done', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 400 }, (_, n) => [`content/fr/p${n}.md`, `${good}\nPage ${n}.\n`]),
    )
    const project = await createProject(pages)
    const run = project.start('translate', 'en', '--engine', 'pseudo', '--json')
    await expect
      .poll(() => project.list('.').then(files => files.length), { interval: 10 })
      .toBeGreaterThan(420)
    run.kill('SIGINT')
    const { code, stdout } = await run.ended
    expect(code).toBe(130)
    expect(JSON.parse(stdout)).toMatchObject({ stopped: { reason: 'interrupted' } })
    expect((await project.run('translate', 'en', '--engine', 'pseudo')).code).toBe(0)
    expect((await project.list('content/en')).length).toBe(400)
  })
})
