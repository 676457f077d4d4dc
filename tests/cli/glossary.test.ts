import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { startDeeplDouble } from '../support/deepl-double.ts'
import { createProject } from './project.ts'

const page = `# Le guide

La caisse reçoit la commande.

La commande est prête.

Le menu est vide.
`

const terms = (...pairs: readonly (readonly [string, string])[]) =>
  `terms:\n${pairs.map(([source, target]) => `  - { source: ${source}, target: ${target} }\n`).join('')}`

async function start(glossary: string, options: Parameters<typeof startDeeplDouble>[0] = {}) {
  const deepl = await startDeeplDouble(options)
  const project = await createProject(
    {
      'content/fr/a.md': page,
      'locales/en/glossary.yaml': glossary,
      'verso.config.yaml': 'engines: { deepl: { glossary: guides } }\n',
    },
    deepl.env,
  )
  return { deepl, project }
}

test('push creates the glossary, leaves it alone while it matches, and replaces it when it does not', async () => {
  const { deepl, project } = await start(terms(['caisse', 'EPOS'], ['commande', 'order']))
  const push = async () => {
    const { code, stdout } = await project.run('glossary', 'push', 'en', '--json')
    expect(code).toBe(0)
    return JSON.parse(stdout).glossaries[0]
  }
  expect(await push()).toMatchObject({ action: 'created', entries: 2, name: 'Verso: guides' })
  expect(deepl.glossaries[0]?.dictionaries).toEqual([
    { source_lang: 'fr', target_lang: 'en', entries: 'caisse\tEPOS\ncommande\torder' },
  ])
  const before = deepl.log.length
  expect(await push()).toMatchObject({ action: 'unchanged' })
  expect(deepl.log.slice(before).every(line => line.startsWith('GET'))).toBe(true)
  await project.write('locales/en/glossary.yaml', terms(['caisse', 'till'], ['commande', 'order']))
  expect(await push()).toMatchObject({ action: 'replaced', glossaryId: deepl.glossaries[0]?.glossary_id })
  expect(deepl.glossaries[0]?.dictionaries[0]?.entries).toBe('caisse\ttill\ncommande\torder')
  await project.write('locales/en/glossary.yaml', 'terms: []\n')
  expect(await push()).toMatchObject({ action: 'deleted' })
  expect(deepl.glossaries).toEqual([])
})

test('push deletes what is left of this project, and nothing of any other', async () => {
  const { deepl, project } = await start(terms(['caisse', 'EPOS']))
  const stored = (id: string, name: string, target_lang: string) => ({
    glossary_id: id,
    name,
    creation_time: `2026-01-0${deepl.glossaries.length + 1}T00:00:00Z`,
    dictionaries: [{ source_lang: 'fr', target_lang, entries: 'a\tb' }],
  })
  deepl.glossaries.push(stored('own', 'Verso: guides', 'es'))
  deepl.glossaries.push(stored('twin', 'Verso: guides', 'en'))
  deepl.glossaries.push(stored('other', 'Verso: guides of ours', 'en'))
  deepl.glossaries.push(stored('team', 'guides', 'en'))
  const { code, stdout } = await project.run('glossary', 'push', 'en')
  expect(code).toBe(0)
  expect(stdout).toContain('deleted glossary twin')
  expect(stdout).toContain('deleted dictionary fr → es')
  expect(deepl.glossaries.map(({ glossary_id }) => glossary_id)).toEqual(['own', 'other', 'team'])
  expect(deepl.glossaries[0]?.dictionaries).toEqual([
    { source_lang: 'fr', target_lang: 'en', entries: 'caisse\tEPOS' },
  ])
})

test('projects of one account have a glossary each, named after their repositories', async () => {
  const deepl = await startDeeplDouble()
  const open = async (origin: string, target: string) => {
    const project = await createProject({ 'locales/en/glossary.yaml': terms(['caisse', target]) }, deepl.env)
    spawnSync('git', ['init', '-q'], { cwd: project.root })
    spawnSync('git', ['remote', 'add', 'origin', origin], { cwd: project.root })
    return { push: () => project.run('glossary', 'push', 'en') }
  }
  const first = await open('git@example.com:team/first.git', 'EPOS')
  const second = await open('https://user:token@example.com/team/second.git', 'till')
  const clone = await open('https://example.com/team/first', 'EPOS')
  for (const { push } of [first, second, clone]) expect((await push()).code).toBe(0)
  expect(deepl.glossaries.map(({ name, dictionaries }) => [name, dictionaries[0]?.entries])).toEqual([
    ['Verso: team/first', 'caisse\tEPOS'],
    ['Verso: team/second', 'caisse\ttill'],
  ])
})

test('where DeepL has no glossaries for the languages, pages are translated and both commands say so', async () => {
  const { deepl, project } = await start(terms(['caisse', 'EPOS']), { glossaryLanguages: ['fr', 'de'] })
  const pushed = await project.run('glossary', 'push', 'en')
  expect(pushed.code).toBe(0)
  expect(pushed.stdout).toContain('DeepL has no glossaries for these languages')
  expect(pushed.stderr).toContain('glossary-unsupported')
  const { code, stdout } = await project.run('translate', 'en', '--json')
  expect(code).toBe(0)
  const codes = JSON.parse(stdout).diagnostics.map((one: { code: string }) => one.code)
  expect(codes).toEqual(['glossary-unsupported', 'glossary-term'])
  expect(deepl.calls[0]?.params.get('glossary_id')).toBeNull()
})

test('translate pushes the glossary when it is needed, and only then', async () => {
  const { deepl, project } = await start(terms(['caisse', 'EPOS']))
  await project.run('translate', 'en')
  expect(deepl.glossaries).toHaveLength(1)
  expect(deepl.calls[0]?.params.get('glossary_id')).toBe(deepl.glossaries[0]?.glossary_id)
  expect(await project.read('content/en/a.md')).toContain('EPOS')
  await project.run('translate', 'en')
  expect(deepl.log.filter(line => line.startsWith('GET /v3'))).toHaveLength(1)
})

test('impact marks the segments that a change touches, and the next run asks for those alone', async () => {
  const { deepl, project } = await start(terms(['caisse', 'EPOS']))
  await project.run('translate', 'en')
  await project.write('locales/en/glossary.yaml', terms(['caisse', 'EPOS'], ['commande', 'order']))
  const files = await project.snapshot()
  const dry = await project.run('glossary', 'impact', 'en', '--json', '--dry-run')
  expect(await project.snapshot()).toEqual(files)
  const { code, stdout } = await project.run('glossary', 'impact', 'en', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual(JSON.parse(dry.stdout))
  expect(JSON.parse(stdout).segments).toMatchObject([
    { page: 'a', source: 'La caisse reçoit la commande.', action: 'retranslate' },
    { page: 'a', source: 'La commande est prête.', action: 'retranslate' },
  ])
  const check = await project.run('check', 'en', '--json')
  expect(check.code).toBe(1)
  const found = JSON.parse(check.stdout).diagnostics
  const places = found.map(({ code, line }: { code: string; line: number }) => `${code} ${line}`)
  expect(places.filter((place: string) => place.startsWith('glossary-outdated'))).toEqual([
    'glossary-outdated 3',
    'glossary-outdated 5',
  ])
  expect(JSON.parse((await project.run('status', '--json')).stdout).pages).toMatchObject([
    { glossaryOutdated: 2, wordsLeft: 9 },
  ])
  expect((await project.run('diff', 'en')).stdout).toMatch(/glossary changed, translated, deepl/)
  const calls = deepl.calls.length
  expect((await project.run('translate', 'en')).code).toBe(0)
  expect(deepl.calls.slice(calls).flatMap(({ texts }) => texts)).toEqual([
    'La caisse reçoit la commande.',
    'La commande est prête.',
  ])
  expect(await project.read('content/en/a.md')).toContain('Le order ist')
  expect(await project.read('locales/en/a.state.jsonl')).not.toContain('retranslate')
  expect((await project.run('check', 'en')).stdout).not.toContain('glossary-outdated')
  const after = deepl.log.length
  expect((await project.run('translate', 'en')).code).toBe(0)
  expect(JSON.parse((await project.run('glossary', 'impact', 'en', '--json')).stdout).segments).toEqual([])
  expect(deepl.log).toHaveLength(after)
})

test('what a person wrote is listed, and left alone', async () => {
  const { deepl, project } = await start(terms(['caisse', 'EPOS']))
  await project.run('translate', 'en')
  const text = await project.read('content/en/a.md')
  await project.write(
    'content/en/a.md',
    text
      .replace('Li menu ist vodi.', 'The menu is empty.')
      .replace(/^Le cummendi.*$/m, 'The command is ready.'),
  )
  await project.run('translate', 'en')
  await project.write('locales/en/glossary.yaml', terms(['caisse', 'EPOS'], ['commande', 'order']))
  const { stdout } = await project.run('glossary', 'impact', 'en', '--json')
  expect(JSON.parse(stdout).segments.map(({ action }: { action: string }) => action)).toEqual([
    'retranslate',
    'report',
  ])
  const calls = deepl.calls.length
  await project.run('translate', 'en')
  expect(deepl.calls.slice(calls).flatMap(({ texts }) => texts)).toEqual(['La caisse reçoit la commande.'])
  expect(await project.read('content/en/a.md')).toContain('The command is ready.')
})

test('a term that DeepL ignored is asked for once more with an instruction, then reported', async () => {
  const { deepl, project } = await start(terms(['commande', 'order']), { usesGlossary: () => false })
  const { stdout } = await project.run('translate', 'en', '--json')
  const codes = JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code)
  expect(codes).toEqual(['glossary-term', 'glossary-term'])
  expect(deepl.calls.map(({ params }) => params.getAll('custom_instructions'))).toEqual([
    [],
    ['Translate "commande" as "order".'],
  ])
  expect(deepl.calls[1]?.texts).toHaveLength(2)
})

test('a term of two kilobytes and one that contradicts another are reported, and the rest is pushed', async () => {
  const long = 'x'.repeat(2048)
  const { deepl, project } = await start(terms([long, 'y'], ['caisse', 'EPOS'], ['caisse', 'till']))
  const { code, stderr } = await project.run('glossary', 'push', 'en')
  expect(code).toBe(1)
  expect(stderr).toMatch(/glossary-invalid.*2048 bytes/)
  expect(stderr).toMatch(/glossary-contradiction.*EPOS.*till/)
  expect(deepl.glossaries[0]?.dictionaries[0]?.entries).toBe('caisse\tEPOS')
})

test('push says what is wrong with a key, a locale and a server', async () => {
  const { project } = await start('', { key: 'another-key' })
  expect((await project.run('glossary', 'push', 'nosuchpage')).code).toBe(2)
  const keyless = await createProject({ 'locales/en/glossary.yaml': terms(['a', 'b']) })
  expect((await keyless.run('glossary', 'push', 'en')).code).toBe(2)
  const wrong = await createProject(
    { 'locales/en/glossary.yaml': terms(['a', 'b']) },
    { ...(await startDeeplDouble()).env, DEEPL_AUTH_KEY: 'wrong-key' },
  )
  const { code, stderr } = await wrong.run('glossary', 'push', 'en')
  expect(code).toBe(3)
  expect(stderr).toMatch(/turned the key down/)
})
