import { expect, test } from 'vitest'
import { type DeeplDoubleOptions, startDeeplDouble } from '../support/deepl-double.ts'
import { toyTranslation } from '../support/faulty-engine.ts'
import { createProject } from './project.ts'

const page = `# Connexion de la caisse

Cliquez sur **Autoriser** & validez \`code <a>\` avec *soin* sur HubRise.

- Une [page d'aide](https://example.com/aide "Le titre") pour vous.
- Une ligne.
`

const glossary = `terms:
  - source: caisse
    target: EPOS
doNotTranslate: [HubRise]
`

type Files = Readonly<Record<string, string>>

async function start(options: DeeplDoubleOptions = {}, files: Files = { 'content/fr/a.md': page }) {
  const deepl = await startDeeplDouble(options)
  const project = await createProject(files, deepl.env)
  return { deepl, project }
}

/** Pages of sentences that occur once each. */
function manyPages(pages: number, sentences: number): Files {
  return Object.fromEntries(
    Array.from({ length: pages }, (_, p) => [
      `content/fr/page-${p}.md`,
      Array.from({ length: sentences }, (_, s) => `La page ${p} dit **Menu** et la phrase ${s}.\n`).join(
        '\n',
      ),
    ]),
  )
}

test('a page goes to DeepL and comes back with its markup, its names and its terms', async () => {
  const { deepl, project } = await start(
    {},
    { 'content/fr/a.md': page, 'locales/en/glossary.yaml': glossary },
  )
  const { code, stdout } = await project.run('translate', 'en', '--engine', 'deepl', '--json')
  expect(code).toBe(0)
  expect(await project.read('content/en/a.md')).toBe(`# Cunnixoun di le EPOS

Cloqaiz sar **Autoriser** & velodiz \`code <a>\` evic *suon* sar HubRise.

- Uni [pegi d'eodi](https://example.com/aide "Li totri") puar vuas.
- Uni logni.
`)
  const report = JSON.parse(stdout)
  expect(report).toMatchObject({ engine: 'deepl', fromEngine: 5, untranslated: 0 })
  expect(report.billedCharacters).toBe(deepl.billed)
  expect(report.characters).toBe(deepl.billed)
  expect(report.files).toContain('locales/en/a.json')
  expect(deepl.calls).toHaveLength(1)
  const [call] = deepl.calls
  expect(call?.params.get('context')).toBe('Connexion de la caisse.')
  expect(Object.fromEntries(call?.params ?? [])).toMatchObject({
    source_lang: 'fr',
    target_lang: 'en-GB',
    tag_handling: 'xml',
    tag_handling_version: 'v2',
    outline_detection: '0',
    ignore_tags: 'x',
  })
})

test('what the configuration says of DeepL is sent along', async () => {
  const config = `engines:
  deepl:
    target: { en: en-US }
    formality: prefer_more
    modelType: quality_optimized
    styleId: style-1
    customInstructions: [Write in plain English., Use the imperative.]
`
  const { deepl, project } = await start({}, { 'content/fr/a.md': page, 'verso.config.yaml': config })
  expect((await project.run('translate', 'en')).code).toBe(0)
  const params = deepl.calls[0]?.params
  expect(Object.fromEntries(params ?? [])).toMatchObject({
    target_lang: 'en-US',
    formality: 'prefer_more',
    model_type: 'quality_optimized',
    style_id: 'style-1',
  })
  expect(params?.getAll('custom_instructions')).toEqual(['Write in plain English.', 'Use the imperative.'])
})

test('unchanged pages send nothing, and a changed sentence sends one text', async () => {
  const { deepl, project } = await start()
  await project.run('translate', 'en')
  const requests = deepl.log.length
  const before = await project.snapshot()
  expect((await project.run('translate', 'en')).code).toBe(0)
  expect(deepl.log).toHaveLength(requests)
  expect(await project.snapshot()).toEqual(before)
  await project.write('content/fr/a.md', page.replace('Une ligne.', 'Une ligne neuve.'))
  expect((await project.run('translate', 'en')).code).toBe(0)
  expect(deepl.calls.slice(1).flatMap(({ texts }) => texts)).toEqual(['Une ligne neuve.'])
  expect(await project.read('content/en/a.md')).toContain(toyTranslation('Une ligne neuve.'))
})

test('a sentence that many pages share is billed once', async () => {
  const pages = Object.fromEntries(
    Array.from({ length: 80 }, (_, n) => [`content/fr/p${n}.md`, `Cliquez sur **Menu** pour continuer.\n`]),
  )
  const { deepl, project } = await start({}, pages)
  expect((await project.run('translate', 'en')).code).toBe(0)
  expect([...deepl.billedTexts.values()]).toEqual([1])
})

test('sentences that differ in where their links lead are billed once, and keep their links', async () => {
  const { deepl, project } = await start(
    {},
    { 'content/fr/a.md': 'Voir [le guide](/a).\n\nVoir [le guide](/b).\n' },
  )
  expect((await project.run('translate', 'en')).code).toBe(0)
  expect([...deepl.billedTexts.values()]).toEqual([1])
  expect(await project.read('content/en/a.md')).toBe('Vuor [li gaodi](/a).\n\nVuor [li gaodi](/b).\n')
})

test.each(['', '\uFEFF'])(
  'the key is read from .env, and auto takes DeepL when it is set (%j before it)',
  async mark => {
    const deepl = await startDeeplDouble()
    const project = await createProject({
      'content/fr/a.md': page,
      '.env': `${mark}DEEPL_AUTH_KEY="${deepl.key}"\nDEEPL_SERVER_URL=${deepl.url}\n`,
    })
    const { stdout } = await project.run('translate', 'en', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ engine: 'deepl', untranslated: 0 })
  },
)

test.each([
  ['no key', {}, /DEEPL_AUTH_KEY is not set/],
  ['an empty key', { DEEPL_AUTH_KEY: ' ' }, /DEEPL_AUTH_KEY is empty/],
  ['a key with a line break', { DEEPL_AUTH_KEY: 'abc\nX-Injected: 1' }, /DEEPL_AUTH_KEY is no key/],
  ['a key with spaces', { DEEPL_AUTH_KEY: 'my secret key' }, /DEEPL_AUTH_KEY is no key/],
  [
    'an address that is none',
    { DEEPL_AUTH_KEY: 'k', DEEPL_SERVER_URL: 'api' },
    /DEEPL_SERVER_URL is no address/,
  ],
])('with %s the run ends as wrong configuration, and the key is not shown', async (_, env, message) => {
  const project = await createProject({ 'content/fr/a.md': page }, env)
  const { code, stderr, stdout } = await project.run('translate', 'en', '--engine', 'deepl', '--verbose')
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
  expect(stderr + stdout).not.toMatch(/my secret|X-Injected/)
})

test.each([
  [403, 1, /turned the key down/],
  [456, 1, /quota is used up/],
])('an answer %i ends the run at once', async (status, requests, message) => {
  const { deepl, project } = await start({ outage: () => ({ status }) })
  const { code, stdout } = await project.run('translate', 'en')
  expect(code).toBe(3)
  expect(stdout).toMatch(message)
  expect(deepl.calls).toHaveLength(requests)
})

test.each([429, 500, 503, 529])(
  'an answer %i is waited out, for as long as Retry-After says',
  async status => {
    const { deepl, project } = await start({
      outage: n => (n === 1 ? { status, headers: { 'retry-after': '1' } } : undefined),
    })
    const began = performance.now()
    expect((await project.run('translate', 'en')).code).toBe(0)
    expect(performance.now() - began).toBeGreaterThan(1000)
    expect(deepl.calls.map(call => call.status)).toEqual([status, 200])
  },
)

test('a dropped connection, a cut list, a shuffled list and an answer that is no JSON cost a request, not the page', async () => {
  const outages = ['drop', 'no JSON', 'short answer', 'long answer', 'wrong order'] as const
  const { project } = await start({ outage: n => outages[n - 1] }, manyPages(1, 20))
  const { code, stdout } = await project.run('translate', 'en', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ untranslated: 0 })
  expect(await project.read('content/en/page-0.md')).toBe(
    Array.from({ length: 20 }, (_, s) => `Le pegi 0 dot **Menu** it le phresi ${s}.\n`).join('\n'),
  )
})

test('a server that nobody is at, and a proxy that refuses, end the run with what to check', async () => {
  const env = { DEEPL_AUTH_KEY: 'some-key', DEEPL_SERVER_URL: 'http://127.0.0.1:9' }
  const project = await createProject({ 'content/fr/a.md': page }, env)
  const { code, stdout } = await project.run('translate', 'en')
  expect(code).toBe(3)
  expect(stdout).toMatch(/can't be reached.*Check the network, the server address and the proxy/)
  const deepl = await startDeeplDouble()
  const behind = await createProject(
    { 'content/fr/a.md': page, 'verso.config.yaml': 'engines: { deepl: { proxy: "http://127.0.0.1:9" } }\n' },
    deepl.env,
  )
  expect((await behind.run('translate', 'en')).code).toBe(3)
  expect(deepl.log).toEqual([])
})

test('what a run that gave up did not ask for, the next one asks for, with nothing else changed', async () => {
  let isDown = true
  const { deepl, project } = await start({ outage: () => (isDown ? { status: 456 } : undefined) })
  expect((await project.run('translate', 'en')).code).toBe(3)
  expect((await project.run('translate', 'en')).code).toBe(3)
  isDown = false
  const { code, stdout } = await project.run('translate', 'en', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ fromEngine: 5, untranslated: 0 })
  await project.write('content/fr/a.md', page.replace('Une ligne.', 'Une ligne neuve.'))
  isDown = true
  expect((await project.run('translate', 'en')).code).toBe(3)
  isDown = false
  expect((await project.run('translate', 'en')).code).toBe(0)
  expect(await project.read('content/en/a.md')).toContain(toyTranslation('Une ligne neuve.'))
  expect(deepl.billedTexts.get('Une ligne neuve.')).toBe(1)
})

test('a target that DeepL does not offer is named, and nothing is tried over and over', async () => {
  const { deepl, project } = await start({ targets: ['DE', 'EN-GB'] }, manyPages(2, 60))
  const { code, stdout } = await project.run('translate', 'tlh')
  expect(code).toBe(3)
  expect(stdout).toMatch(/DeepL does not translate into tlh.*de, en-gb/)
  expect(deepl.calls.length).toBeLessThan(6)
})

test('when the quota runs out half-way, what was done stays, and the next run goes on from there', async () => {
  const files = manyPages(4, 60)
  const { deepl, project } = await start({ quota: 5000 }, files)
  const { code, stdout } = await project.run('translate', 'en', '--json')
  expect(code).toBe(3)
  const report = JSON.parse(stdout)
  expect(report.fromEngine).toBeGreaterThan(50)
  expect(report.untranslated).toBeGreaterThan(50)
  expect(report.stopped.message).toMatch(/quota/)
  const second = await startDeeplDouble({ key: deepl.key })
  await project.write('.env', `DEEPL_AUTH_KEY=${second.key}\n`)
  const again = await createProject(
    Object.fromEntries(
      await Promise.all((await project.list()).map(async file => [file, await project.read(file)])),
    ),
    second.env,
  )
  expect((await again.run('translate', 'en')).code).toBe(0)
  for (const text of second.billedTexts.keys()) expect(deepl.billedTexts.has(text)).toBe(false)
})

test('requests keep within texts and bytes on a page of 500 segments, and a segment of 100 KB is translated in pieces', async () => {
  const long = Array.from({ length: 15_000 }, (_, n) => `mot${n}`).join(' ')
  const pages = { ...manyPages(1, 500), 'content/fr/long.md': `Voir **Menu** et ${long}.\n` }
  const { deepl, project } = await start({ latencyMs: 20 }, pages)
  const { code, stdout } = await project.run('translate', 'en', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ untranslated: 0 })
  for (const { bytes, texts, status } of deepl.calls) {
    expect(status).toBe(200)
    expect(bytes).toBeLessThanOrEqual(128 * 1024)
    expect(texts.length).toBeLessThanOrEqual(50)
  }
  expect(deepl.calls.length).toBeLessThan(20)
  expect(deepl.mostInFlight).toBeLessThanOrEqual(5)
  expect(await project.read('content/en/long.md')).toContain('**Menu**')
})

test('a text that no rung of the ladder gets a usable answer for is not billed again by the next run', async () => {
  const { deepl, project } = await start({ faults: { seed: 1, rate: 1, only: ['text empty'] } })
  const { code, stdout } = await project.run('translate', 'en', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout).diagnostics.map((found: { code: string }) => found.code)).toContain(
    'answer-rejected',
  )
  const calls = deepl.calls.length
  await project.write('content/fr/a.md', page.replace('Une ligne.', 'Une ligne neuve.'))
  await project.run('translate', 'en')
  expect(new Set(deepl.calls.slice(calls).flatMap(({ texts }) => texts))).toEqual(
    new Set(['Une ligne neuve.']),
  )
})

test('the key is in no output and no file, whatever goes wrong', async () => {
  const key = 'a5f0c7d2-secret-secret-9b'
  const runs: readonly DeeplDoubleOptions[] = [
    {},
    { outage: () => ({ status: 403, body: { message: `No such key: ${key}` } as never }) },
    { outage: () => ({ status: 400, body: JSON.stringify({ message: `Bad key ${key}` }) }) },
    { outage: () => 'drop' },
    { outage: () => ({ status: 418, body: `<html>${key}</html>` }) },
  ]
  for (const options of runs) {
    const { project } = await start({ ...options, key })
    for (const flags of [['--verbose'], ['--json', '--verbose']]) {
      const { stdout, stderr } = await project.run('translate', 'en', ...flags)
      expect(stdout + stderr).not.toContain('secret-secret')
    }
    for (const file of [...(await project.list()), '.verso/index.en.json']) {
      expect(await project.read(file).catch(() => '')).not.toContain('secret-secret')
    }
  }
})
