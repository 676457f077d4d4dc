import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { createProject } from './project.ts'

const page = `---
title: Régler l'imprimante
path_override: regler-imprimante
---

## Avant de commencer {#start}

Allumez l'imprimante. Cliquez sur **Suivant**, puis écrivez à aide@exemple.fr.

1. Ouvrez le menu.
   ![Le menu ouvert](./images/menu.png)
1. Validez.
`

const summary = async (ended: Promise<{ stdout: string }>) => JSON.parse((await ended).stdout)

describe('verso translate', () => {
  test('writes a page that equals its source byte for byte with the identity engine', async () => {
    const source = `\uFEFF${page}`.replaceAll('\n', '\r\n')
    const project = await createProject({ 'content/fr/a/b.md': source })
    const { code } = await project.run('translate', 'en', '--engine', 'identity')
    expect(code).toBe(0)
    expect(await project.read('content/en/a/b.md')).toBe(source)
  })

  test('leaves every protected part in place with the pseudo engine', async () => {
    const project = await createProject({ 'content/fr/a.md': page })
    expect((await project.run('translate', 'en', '--engine', 'pseudo')).code).toBe(0)
    const written = await project.read('content/en/a.md')
    expect(written).not.toContain('Allumez')
    for (const kept of [
      '{#start}',
      '**Suivant**',
      'aide@exemple.fr',
      '](./images/menu.png)',
      'path_override: regler-imprimante',
    ]) {
      expect(written).toContain(kept)
    }
  })

  test('leaves what the memory can’t fill in French, initial and reported, on a whole page', async () => {
    const project = await createProject({ 'content/fr/a.md': page })
    const report = await summary(project.run('translate', 'de', '--engine', 'memory', '--json'))
    expect(report).toMatchObject({ pages: 1, segments: 7, fromMemory: 0, fromEngine: 0, untranslated: 7 })
    expect(report.diagnostics.map(({ code }: { code: string }) => code)).toEqual(
      Array(7).fill('untranslated'),
    )
    expect(await project.read('content/de/a.md')).toBe(page.replace('regler-imprimante', 'a'))
    expect(await project.read('locales/de/a.json')).toBe('{}\n')
    expect(await project.read('locales/de/a.state.jsonl')).toContain('"state":"initial"')
  })

  test('lists the sources under the same keys, in page order, one a line', async () => {
    const project = await createProject({ 'content/fr/a.md': page })
    await project.run('translate', 'en', '--engine', 'identity')
    const source = await project.read('locales/fr/a.json')
    expect(await project.read('locales/en/a.json')).toBe(source)
    expect(Object.values(JSON.parse(source))).toEqual([
      "Régler l'imprimante",
      'Avant de commencer',
      "Allumez l'imprimante.",
      'Cliquez sur **Suivant**, puis écrivez à aide@exemple.fr.',
      'Ouvrez le menu.',
      'Le menu ouvert',
      'Validez.',
    ])
    expect(source.split('\n')).toHaveLength(10)
  })

  test.each(['identity', 'pseudo', 'memory'])('touches no file in a second run with %s', async engine => {
    const project = await createProject({ 'content/fr/a.md': page, 'content/fr/b/c.md': page })
    await project.run('translate', 'en', '--engine', engine)
    const before = await project.snapshot()
    const report = await summary(project.run('translate', 'en', '--engine', engine, '--json'))
    expect(await project.snapshot()).toEqual(before)
    expect(report).toMatchObject({ files: [], fromEngine: 0, fromMemory: 0, segments: 14 })
    await project.remove('.verso')
    await project.run('translate', 'en', '--engine', engine)
    expect(await project.snapshot()).toEqual(before)
  })

  test('fills a page from what another one says', async () => {
    const project = await createProject({
      'content/fr/a.md': 'Ouvrez le menu. Fermez la porte.\n',
      'content/en/a.md': 'Open the menu. Close the door.\n',
      'content/fr/b.md': '# Ouvrez le menu.\n\nFermez la porte.\n',
    })
    await project.run('translate', 'en', 'a')
    const report = await summary(project.run('translate', 'en', '--json'))
    expect(report).toMatchObject({ fromMemory: 2, untranslated: 0 })
    expect(await project.read('content/en/b.md')).toBe('# Open the menu.\n\nClose the door.\n')
    expect(await project.read('locales/en/b.state.jsonl')).toContain('"origin":"memory"')
  })

  test('keeps a translation that no person made, as stale, while there is none for its changed source', async () => {
    const project = await createProject({
      'content/fr/a.md': 'Ouvrez le menu. Fermez la porte.\n',
      'content/en/a.md': 'Open the menu. Close the door.\n',
      'content/fr/b.md': 'Fermez la porte.\n',
    })
    await project.run('translate', 'en', '--engine', 'memory')
    await project.write('content/fr/b.md', 'Fermez la grande porte.\n')
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.read('content/en/b.md')).toBe('Close the door.\n')
    expect(await project.read('locales/en/b.state.jsonl')).toContain('"previousSource":"Fermez la porte."')
  })

  test('finds what a page further on taught it in the same run', async () => {
    const project = await createProject({
      'content/fr/a.md': 'Ouvrez le menu.\n',
      'content/fr/b.md': 'Ouvrez le menu.\n',
      'content/en/b.md': 'Open the menu.\n',
    })
    const report = await summary(project.run('translate', 'en', '--json'))
    expect(report.untranslated).toBe(0)
    expect(await project.read('content/en/a.md')).toBe('Open the menu.\n')
    const before = await project.snapshot()
    await project.run('translate', 'en')
    expect(await project.snapshot()).toEqual(before)
  })

  test('says what it would do and does nothing in a dry run', async () => {
    const project = await createProject({ 'content/fr/a.md': page })
    const report = await summary(project.run('translate', 'en', '--engine', 'pseudo', '--dry-run', '--json'))
    expect(report).toMatchObject({ dryRun: true, files: [], fromEngine: 7 })
    expect(report.characters).toBeGreaterThan(0)
    expect(await project.list()).toEqual(['content/fr/a.md'])
    // What would be filled is neither counted nor told as untranslated; without an engine, nothing would be.
    expect(report).toMatchObject({ untranslated: 0, diagnostics: [] })
    const memory = await summary(project.run('translate', 'en', '--engine', 'memory', '--dry-run', '--json'))
    expect(memory).toMatchObject({ fromEngine: 0, untranslated: 7, characters: 0 })
    expect(memory.diagnostics).toHaveLength(7)
  })

  test('works on the pages that are named, by page path, file, folder or glob', async () => {
    const project = await createProject({
      'content/fr/a.md': 'Un.\n',
      'content/fr/b/c.md': 'Deux.\n',
      'content/fr/b/d.md': 'Trois.\n',
    })
    const written = async (...names: string[]) =>
      (await summary(project.run('translate', 'en', ...names, '--engine', 'pseudo', '--json'))).files
    expect(await written('b/c')).toContain('content/en/b/c.md')
    expect(await written('content/fr/a.md')).toContain('content/en/a.md')
    expect(await written('b/*')).toContain('content/en/b/d.md')
    expect((await project.run('translate', 'en', 'nowhere/page')).code).toBe(2)
  })

  test('localises into several targets in one run', async () => {
    const project = await createProject({ 'content/fr/a.md': page })
    const report = await summary(project.run('translate', 'en', 'de', '--engine', 'pseudo', '--json'))
    expect(Object.keys(report.locales)).toEqual(['en', 'de'])
    expect(await project.list('content')).toEqual(['content/de/a.md', 'content/en/a.md', 'content/fr/a.md'])
  })

  test('reports a locale whose page is as it was beside one whose page was edited', async () => {
    const project = await createProject({ 'content/fr/a.md': '# Un titre\n' })
    await project.run('translate', 'en', 'de', '--engine', 'memory')
    await project.write('content/en/a.md', '# A Title\n')
    const { stdout } = await project.run('translate', 'en', 'de', '--engine', 'memory', '--json')
    const { locales, diagnostics } = JSON.parse(stdout)
    expect(locales).toMatchObject({
      en: { segments: 1, untranslated: 0 },
      de: { segments: 1, untranslated: 1 },
    })
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'untranslated', locale: 'de' }))
  })

  test.each([
    ['the configuration', 'suppress: [{ code: codes-changed, pages: a, reason: meant }]\n', ''],
    ['its severity', 'checks: { codes-changed: off }\n', ''],
    ['a comment', '', '[comment]: # (verso-ignore codes-changed: meant)\n\n'],
  ])('does not report what %s silences', async (_, config, comment) => {
    const french = `${comment}Lisez [la page](b.md) du guide.\n`
    const project = await createProject({
      'content/fr/a.md': french,
      'verso.config.yaml': 'engine: memory\n',
    })
    await project.run('translate', 'en')
    await project.write('content/en/a.md', french.replace(/Lisez.*guide/, 'Read the page of the guide'))
    const own = comment === '' ? await project.run('translate', 'en') : undefined
    if (own !== undefined)
      expect([own.code, own.stderr]).toEqual([1, expect.stringContaining('codes-changed')])
    await project.write('verso.config.yaml', `engine: memory\n${config}`)
    const { code, stderr } = await project.run('translate', 'en')
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('codes-changed')])
  })

  test('sends nothing for a page whose paragraphs moved or that got a heading on top', async () => {
    const sentences = ['Ouvrez le menu.', 'Fermez la porte.', 'Allumez la lampe.', 'Tirez le rideau.']
    const project = await createProject({ 'content/fr/a.md': `${sentences.join('\n\n')}\n` })
    await project.run('translate', 'en', '--engine', 'pseudo')
    const moved = ['Allumez la lampe.', 'Ouvrez le menu.', 'Fermez la porte.', 'Tirez le rideau.']
    await project.write('content/fr/a.md', `${moved.join('\n\n')}\n`)
    expect(await summary(project.run('translate', 'en', '--engine', 'pseudo', '--json'))).toMatchObject({
      characters: 0,
      fromEngine: 0,
    })
    await project.write('content/fr/a.md', `# Un titre\n\n${moved.join('\n\n')}\n`)
    expect(await summary(project.run('translate', 'en', '--engine', 'pseudo', '--json'))).toMatchObject({
      fromEngine: 1,
    })
  })

  test('writes link targets as the configuration has them for the locale, and remembers them so', async () => {
    const link = '[les tarifs](/tarifs?lang=fr "Nos tarifs")'
    const project = await createProject({
      'verso.config.yaml': 'links: { rewrite: [{ from: "?lang=fr", to: { en: "?lang=en" } }] }\n',
      'content/fr/a.md': `Voyez ${link}.\n`,
      'content/en/a.md': 'See [our prices](/tarifs?lang=en "Our prices").\n',
      'content/fr/b.md': `- Voyez ${link}.\n\nLisez [ceci](/x?lang=fr) et \`?lang=fr\`.\n\n[d]: /y?lang=fr\n`,
    })
    const report = await summary(project.run('translate', 'en', '--engine', 'memory', '--json'))
    expect(report).toMatchObject({ untranslated: 1, files: expect.arrayContaining(['content/en/b.md']) })
    expect(await project.read('content/en/a.md')).toBe('See [our prices](/tarifs?lang=en "Our prices").\n')
    expect(await project.read('content/en/b.md')).toBe(
      '- See [our prices](/tarifs?lang=en "Our prices").\n\nLisez [ceci](/x?lang=en) et `?lang=fr`.\n\n[d]: /y?lang=en\n',
    )
    const before = await project.snapshot()
    await project.remove('.verso')
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.snapshot()).toEqual(before)
  })

  test('localises the project’s own guides as they are committed', async () => {
    const files = [
      'verso.config.yaml',
      'locales/en/glossary.yaml',
      ...['bwares', 'nestor'].flatMap(app => [
        `content/fr/apps/${app}/connect-hubrise.md`,
        `content/en/apps/${app}/connect-hubrise.md`,
        `locales/fr/apps/${app}/connect-hubrise.json`,
        `locales/en/apps/${app}/connect-hubrise.json`,
        `locales/en/apps/${app}/connect-hubrise.state.jsonl`,
      ]),
    ]
    const contents = await Promise.all(files.map(async file => [file, await readFile(file, 'utf8')] as const))
    const project = await createProject(Object.fromEntries(contents))
    await project.remove('content/en')
    expect(await summary(project.run('translate', 'en', '--json'))).toMatchObject({
      untranslated: 0,
      stale: 0,
    })
    for (const [file, text] of contents) expect(await project.read(file)).toBe(text)
  })
})

test.each([
  [['frob'], 'unknown command'],
  [['translate', 'en', '--engine', 'deepll'], 'Allowed choices'],
  [['translate', 'fr'], 'source locale'],
])('%j with --json prints its fault as the one document on stdout', async (args, message) => {
  const project = await createProject({ 'content/fr/a.md': page })
  const { code, stdout, stderr } = await project.run(...args, '--json')
  expect(code).toBe(2)
  expect(JSON.parse(stdout)).toEqual({ error: { kind: 'usage', message: expect.stringContaining(message) } })
  expect(stderr).toContain(message)
})
