import { describe, expect, test } from 'vitest'
import { createProject, type TestProject } from './project.ts'

const page = `---
title: Le menu
---

## Ouvrir le menu

Cliquez sur **Menu**. Le prix est de 12 euros.

[La suite](/b#fermer)
`
const other = `---
title: La fenêtre
---

## Fermer le menu {#fermer}

Fermez la fenêtre.
`
const english: Readonly<Record<string, string>> = {
  'Le menu': 'The Menu',
  'Ouvrir le menu': 'Open the Menu',
  'Cliquez sur **Menu**.': 'Click **Menu**.',
  'Le prix est de 12 euros.': 'The price is 12 euros.',
  '[La suite](/b#fermer)': '[Next](/b#fermer)',
  'La fenêtre': 'The Window',
  'Fermer le menu': 'Close the Menu',
  'Fermez la fenêtre.': 'Close the window.',
}

/** A project of two pages, translated. */
async function translated(): Promise<TestProject> {
  const project = await createProject({ 'content/fr/a.md': page, 'content/fr/b.md': other })
  await project.run('translate', 'en', '--engine', 'memory')
  for (const name of ['a', 'b']) {
    const sources = JSON.parse(await project.read(`locales/fr/${name}.json`))
    const targets = Object.fromEntries(
      Object.entries<string>(sources).map(([key, text]) => [key, english[text]]),
    )
    await project.write(`locales/en/${name}.json`, `${JSON.stringify(targets, null, 2)}\n`)
  }
  await project.run('translate', 'en', '--engine', 'memory')
  return project
}

async function codesOf(project: TestProject, ...args: readonly string[]) {
  const { code, stdout } = await project.run('check', 'en', ...args, '--format', 'json')
  const { diagnostics } = JSON.parse(stdout)
  return { code, codes: diagnostics.map((one: { code: string }) => one.code), diagnostics }
}

describe('verso check', () => {
  test('finds nothing on pages that are in order, and writes nothing but its cache', async () => {
    const project = await translated()
    const before = await project.snapshot()
    expect(await codesOf(project)).toMatchObject({ code: 0, codes: [] })
    expect(await codesOf(project)).toMatchObject({ code: 0, codes: [] })
    expect(await project.snapshot()).toEqual(before)
  })

  test('fails when the project has no page at all, which a wrong pattern comes to', async () => {
    const project = await createProject({ 'verso.config.yaml': 'pages: contents/{locale}/**/*.md\n' })
    const { code, diagnostics } = await codesOf(project)
    expect(code).toBe(1)
    expect(diagnostics).toMatchObject([
      {
        code: 'no-pages',
        file: 'verso.config.yaml',
        message: expect.stringContaining('`contents/fr/'),
      },
    ])
    expect(await project.run('translate')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('no-pages'),
    })
  })

  test('says of a folder without a configuration how to name the project’s', async () => {
    const project = await createProject({ 'docs/a.md': page })
    const { stderr } = await project.run('status')
    expect(stderr).toContain('No verso.config.yaml says otherwise: name the project’s folder by --root')
  })

  test('fails when a page is missing', async () => {
    const project = await translated()
    await project.remove('content/en/a.md')
    const { code, codes } = await codesOf(project)
    expect(code).toBe(1)
    expect(codes).toContain('page-missing')
  })

  test('fails when the source changed, and when it has something new', async () => {
    const project = await translated()
    await project.write('content/fr/a.md', `${page.replace('12', '15')}\nTout neuf ici.\n`)
    const { code, codes } = await codesOf(project)
    expect(code).toBe(1)
    expect(codes).toEqual(expect.arrayContaining(['stale', 'untranslated', 'page-outdated']))
  })

  test('fails when a page was edited by hand, until that is taken in', async () => {
    const project = await translated()
    await project.write(
      'content/en/b.md',
      (await project.read('content/en/b.md')).replace('Close the window', 'Shut the window'),
    )
    const { code, diagnostics } = await codesOf(project)
    expect(code).toBe(1)
    expect(diagnostics).toMatchObject([{ code: 'page-edited', file: 'content/en/b.md', line: 7, column: 1 }])
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await codesOf(project)).toMatchObject({ code: 0, codes: [] })
  })

  test.each([
    ['an empty page', ''],
    ['a page of blank lines', '\n\n'],
    ['a page of code alone', '```sh\nnpm ci\n```\n'],
  ])('finds nothing on %s that Verso wrote', async (_, text) => {
    const project = await createProject({ 'content/fr/a.md': text })
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await codesOf(project)).toMatchObject({ code: 0, codes: [] })
  })

  test('takes a page by the name that findings give it, and tells of no page that was not named', async () => {
    const project = await createProject({
      'content/fr/a.md': page,
      'content/fr/b.md': page,
      'content/fr/B.md': page,
    })
    const names = ['a', 'content/fr/a.md', 'content/en/a.md', `${project.root}/content/en/a.md`]
    for (const name of names) {
      const { stdout, stderr, code } = await project.run('status', 'en', name)
      expect({ name, code, stderr }).toEqual({ name, code: 0, stderr: '' })
      expect(stdout).toContain('1 page ')
    }
    const refused = await project.run('translate', 'en', 'content/fr/b.md', '--engine', 'memory')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('content/fr/b.md:1:1 error case-collision')
    expect(refused.stderr).not.toContain('content/fr/B.md:1:1')
  })

  test('names the locale of a finding at a source page, whatever the format, as the diff does', async () => {
    const project = await createProject({
      'verso.config.yaml': 'targets: [de, es]\nengine: memory\n',
      'content/fr/a.md': 'Ouvrez le menu.\n',
    })
    await project.run('translate')
    const out = async (...args: readonly string[]) => (await project.run(...args)).stdout
    for (const locale of ['de', 'es']) {
      expect(await out('check')).toContain(`content/fr/a.md:1:1 error untranslated [${locale}] `)
      expect(await out('check', '--format', 'github')).toContain(`::[${locale}] This segment`)
      expect(await out('sync')).toContain(`<td>untranslated</td><td>${locale}</td>`)
      for (const options of [[], ['--stat']]) {
        expect(await out('diff', ...options)).toMatch(new RegExp(`^${locale}\n\n.*a`, 'm'))
      }
    }
  })

  test('shows a file’s name on one line, without what would drive a terminal', async () => {
    const name = 'x\n\u001b[31m::error::y'
    const project = await createProject({
      'verso.config.yaml': 'engine: memory\n',
      [`content/fr/${name}.md`]: 'Voir [ici](./z.md).\n',
    })
    for (const command of ['check', 'translate', 'status', 'diff']) {
      const { stdout, stderr } = await project.run(command, 'en')
      expect(stdout + stderr).toContain('::error::y')
      expect(stdout + stderr).not.toMatch(/\u001b|^::error::/m)
    }
  })

  test('takes a page for as it was written whose sentences end in other places than their targets', async () => {
    const project = await createProject({
      'content/fr/a.md': 'Saisissez le code de la liste.![Un écran](./a.png)\n',
      'verso.config.yaml': 'engine: memory\n',
    })
    await project.run('translate', 'en')
    const file = 'locales/en/a.json'
    const source = await project.read('locales/fr/a.json')
    await project.write(
      file,
      source
        .replace('Saisissez le code de la liste.', 'Enter the code of the list. ')
        .replace('"Un écran"', '"A screen"'),
    )
    await project.run('translate', 'en')
    expect(await project.read('content/en/a.md')).toContain('Enter the code of the list. ![')
    const { codes } = await codesOf(project)
    expect(codes).not.toContain('page-edited')
  })

  test('takes a word that a hand-translated page shares with its source for a remark, a sentence for an error', async () => {
    const project = await createProject({
      'content/fr/a.md':
        '# Le menu\n\n## Description\n\nOuvrez le menu de la page.\n\nFermez la fenêtre de la page.\n',
      'content/en/a.md':
        '# The Menu\n\n## Description\n\nOpen the menu of the page.\n\nFermez la fenêtre de la page.\n',
    })
    await project.run('translate', 'en', '--engine', 'memory')
    const { diagnostics } = await codesOf(project)
    const at = (line: number) => diagnostics.filter((one: { line: number }) => one.line === line)
    expect(at(3)).toMatchObject([{ code: 'same-as-source', severity: 'warning' }])
    expect(at(7)).toContainEqual(expect.objectContaining({ code: 'untranslated', severity: 'error' }))
  })

  test('fails on an anchor that the translated heading does not have, and names the one it has, where links are kept', async () => {
    const project = await translated()
    await project.write('verso.config.yaml', 'links: { anchors: keep }\n')
    await project.write('content/fr/a.md', page.replace('#fermer', '#fermer-le-menu'))
    await project.write('content/fr/b.md', other.replace(' {#fermer}', ''))
    const catalogue = await project.read('locales/en/a.json')
    await project.write('locales/en/a.json', catalogue.replace('#fermer', '#fermer-le-menu'))
    await project.run('translate', 'en', '--engine', 'memory')
    const { code, diagnostics } = await codesOf(project)
    expect(code).toBe(1)
    const broken = diagnostics.find((one: { code: string }) => one.code === 'anchor-broken')
    expect(broken).toMatchObject({ file: 'content/en/a.md', line: 9 })
    expect(broken.message).toContain('#close-the-menu')
  })

  test('tells a page that moved from one that is gone', async () => {
    const project = await translated()
    await project.remove('content/fr/a.md')
    await project.remove('content/fr/b.md')
    await project.write('content/fr/c.md', page)
    const { diagnostics } = await codesOf(project)
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'page-moved', file: 'content/en/a.md' }),
    )
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'page-orphan', file: 'content/en/b.md' }),
    )
  })

  test('leaves out what a comment, the configuration or a severity silences', async () => {
    const project = await translated()
    const edit = (text: string) => text.replace('12 euros', '21 euros')
    const catalogue = await project.read('locales/en/a.json')
    await project.write('locales/en/a.json', edit(catalogue))
    await project.run('translate', 'en', '--engine', 'memory')
    expect((await codesOf(project)).codes).toEqual(['number-changed'])
    const rules = {
      comment: [
        'content/fr/a.md',
        page.replace('Cliquez', '[comment]: # (verso-ignore number-changed: a joke)\n\nCliquez'),
      ],
      pages: ['verso.config.yaml', 'suppress: [{ code: number-changed, pages: "a", reason: a joke }]\n'],
      severity: ['verso.config.yaml', 'checks: { number-changed: off }\n'],
    } as const
    for (const [file, text] of Object.values(rules)) {
      const before = file === 'verso.config.yaml' ? '' : page
      await project.write(file, text)
      await project.run('translate', 'en', '--engine', 'memory')
      expect(await codesOf(project), file).toMatchObject({ code: 0, codes: [] })
      await project.write(file, before)
      await project.run('translate', 'en', '--engine', 'memory')
    }
  })

  test('reports a suppression without a reason, and one that silences nothing', async () => {
    const project = await translated()
    const comments = '<!-- verso-ignore spelling -->\n\n<!-- verso-ignore quotes: long gone -->\n\nCliquez'
    await project.write('content/fr/a.md', page.replace('Cliquez', comments))
    await project.run('translate', 'en', '--engine', 'memory')
    expect((await codesOf(project)).codes).toEqual(['suppression-invalid', 'suppression-unused'])
  })

  test.each([
    ['checks: { speling: off }\n', 'Did you mean `spelling`?'],
    ['suppress: [{ code: speling, reason: x }]\n', 'Did you mean `spelling`?'],
    ['suppress: [{ code: spelling }]\n', 'reason'],
    ['checks: { spelling: fatal }\n', '`warning`'],
  ])('refuses %j', async (config, hint) => {
    const project = await createProject({ 'content/fr/a.md': page, 'verso.config.yaml': config })
    const { code, stderr } = await project.run('check', 'en')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^verso: |verso\.config\.yaml:1:/m)
    expect(stderr).toContain(hint)
  })

  test('prints annotations that no page name or text can turn into commands', async () => {
    const name = 'a,line=9::error title=x%0A$(touch x)'
    const project = await createProject({ [`content/fr/${name}.md`]: page })
    const { stdout, code } = await project.run('check', 'en', '--format', 'github')
    expect(code).toBe(1)
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(
      /^::error file=content\/fr\/a%2Cline=9%3A%3Aerror title=x%250A\$\(touch x\)\.md,line=1,col=1,title=verso page-missing::/,
    )
  })

  test('caps annotations at what GitHub shows, and lists all findings of a page with a thousand', async () => {
    const source = Array.from({ length: 1000 }, (_, n) => `Le prix numéro ${n} est là.\n`).join('\n')
    const target = Array.from({ length: 1000 }, (_, n) => `The price number ${n + 5000} is there.\n`).join(
      '\n',
    )
    const project = await createProject({ 'content/fr/a.md': source, 'content/en/a.md': target })
    await project.run('translate', 'en', '--engine', 'memory')
    const { codes } = await codesOf(project)
    expect(codes.filter((code: string) => code === 'number-changed').length).toBeGreaterThan(900)
    const { stdout } = await project.run('check', 'en', '--format', 'github')
    expect(stdout.match(/^::error/gm)).toHaveLength(10)
    expect(stdout).toMatch(/\d+ more of this kind/)
  })

  test('writes SARIF with a rule for each code and relative, encoded paths', async () => {
    const project = await createProject({ 'content/fr/é b.md': page })
    const { stdout } = await project.run('check', 'en', '--format', 'sarif')
    const log = JSON.parse(stdout)
    expect(log.version).toBe('2.1.0')
    const [{ tool, results }] = log.runs
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['page-missing'])
    expect(results[0]).toMatchObject({
      ruleId: 'page-missing',
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/fr/%C3%A9%20b.md' },
            region: { startLine: 1, startColumn: 1 },
          },
        },
      ],
    })
  })

  test('says again what it found, from its cache, whatever the cache holds', async () => {
    const project = await translated()
    await project.remove('content/en/a.md')
    const first = await codesOf(project)
    expect(await codesOf(project)).toEqual(first)
    await project.write('.verso/check.en.json', '{"settings":')
    expect(await codesOf(project)).toEqual(first)
  })
})

test('of many pages, which threads share out, the findings are those of each page by itself, in the order of pages', async () => {
  const names = Array.from({ length: 70 }, (_, n) => `p${n}`)
  const files = names.flatMap((name, n) => [
    [`content/fr/${name}.md`, `# Page ${name}\n\nLe prix de la page est de ${n} euros.\n`],
    [
      `content/en/${name}.md`,
      `# Page ${name}\n\nThe price of the page is ${n % 3 === 0 ? n + 1 : n} euros.\n`,
    ],
  ])
  const project = await createProject(Object.fromEntries(files))
  await project.run('align', 'en', '--reviewed')
  await project.run('translate', 'en', '--engine', 'memory')
  await project.remove('.verso')
  const changed = async (...pages: readonly string[]): Promise<readonly string[]> => {
    const { diagnostics } = await codesOf(project, ...pages)
    const found: readonly { readonly code: string; readonly file: string; readonly message: string }[] =
      diagnostics
    return found
      .filter(({ code }) => code === 'number-changed')
      .map(({ file, message }) => `${file} ${message}`)
  }
  const together = await changed()
  expect(together).toHaveLength(24)
  expect(together).toEqual(together.toSorted())
  // What was found is remembered with the page that it was found on.
  const english = await project.read('content/en/p69.md')
  await project.write('content/en/p69.md', english.replace('70', '69'))
  expect(await changed()).toEqual(together.filter(finding => !finding.includes('p69.md')))
  await project.write('content/en/p69.md', english)
  await project.remove('.verso')
  const [some, others] = [names.slice(0, 35), names.slice(35)]
  expect([...(await changed(...some)), ...(await changed(...others))].toSorted()).toEqual(together)
})
