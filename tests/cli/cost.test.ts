import { expect, test } from 'vitest'
import { type DeeplDouble, type DeeplDoubleOptions, startDeeplDouble } from '../support/deepl-double.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { createProject, type TestProject } from './project.ts'

const config = 'targets: [en, de]\nengines: { deepl: { pricePerMillion: 20, target: { de: de } } }\n'

/** Pages of sentences that occur once each, and one that is on every page. */
function pages(count: number, sentences: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, p) => {
      const lines = Array.from(
        { length: sentences },
        (_, s) => `La page ${p} dit **Menu** et la phrase ${s}.\n`,
      )
      return [`content/fr/page-${p}.md`, [...lines, 'Cliquez sur **Autoriser** pour continuer.\n'].join('\n')]
    }),
  )
}

async function start(files: Readonly<Record<string, string>>, options: DeeplDoubleOptions = {}) {
  const deepl = await startDeeplDouble(options)
  return { deepl, project: await createProject({ 'verso.config.yaml': config, ...files }, deepl.env) }
}

async function ledgerOf(project: TestProject, locale: string) {
  const text = await project.read(`locales/${locale}/ledger.jsonl`)
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}

test('a dry run says what would be sent and what it would cost, needs no key, and sends and writes nothing', async () => {
  const { deepl, project } = await start(pages(4, 5))
  const keyless = await createProject({ 'verso.config.yaml': config, ...pages(4, 5) })
  const before = await keyless.snapshot()
  const { code, stdout } = await keyless.run('translate', 'en', '--engine', 'deepl', '--dry-run', '--json')
  expect(code).toBe(0)
  expect(await keyless.snapshot()).toEqual(before)
  const estimate = JSON.parse(stdout)
  expect(estimate).toMatchObject({ dryRun: true, segments: 24, fromEngine: 24, billedCharacters: 0 })
  const real = JSON.parse((await project.run('translate', 'en', '--json')).stdout)
  expect(real.billedCharacters).toBe(deepl.billed)
  expect(estimate.characters).toBe(deepl.billed)
  expect(estimate.price).toBeCloseTo((deepl.billed * 20) / 1e6)
  expect(real).toMatchObject({
    estimatedCharacters: deepl.billed,
    price: estimate.price,
    saved: estimate.saved,
  })
  expect(estimate.saved).toBeCloseTo(1 - estimate.characters / estimate.wantedCharacters)
  expect(estimate.saved).toBeGreaterThan(0.1)
  const text = (await keyless.run('translate', 'en', '--engine', 'deepl', '--dry-run')).stdout
  expect(text).toMatch(/\d+ characters to send, \d+ % saved by memory and repeats, price 0\.\d\d/)
})

test('the cap holds for all locales of a run together, and the next run goes on', async () => {
  const { deepl, project } = await start(pages(6, 60))
  const { code, stdout } = await project.run('translate', '--max-chars', '5000')
  expect(code).toBe(3)
  expect(stdout).toMatch(/character cap was reached/)
  expect(deepl.billed).toBeLessThanOrEqual(5000)
  expect(deepl.billed).toBeGreaterThan(4000)
  const next = await project.run('translate', '--json')
  expect(next.code).toBe(0)
  expect(JSON.parse(next.stdout)).toMatchObject({ untranslated: 0 })
  for (const times of deepl.billedTexts.values()) expect(times).toBe(2)
})

test('the ledger has what each run was billed in each locale, and status shows it with DeepL’s own usage', async () => {
  const { deepl, project } = await start(pages(2, 5), { quota: 100_000 })
  const first = await project.run('translate')
  expect(first.stdout).toMatch(/\d+ characters billed, \d+ estimated/)
  const [en] = await ledgerOf(project, 'en')
  const [de] = await ledgerOf(project, 'de')
  expect(en).toMatchObject({ locale: 'en', engine: 'deepl' })
  expect(en.billedCharacters + de.billedCharacters).toBe(deepl.billed)
  const before = await project.snapshot()
  await project.run('translate')
  expect(await project.snapshot()).toEqual(before)
  await project.write('content/fr/new.md', 'Une page neuve.\n')
  await project.run('translate', 'en')
  const lines = await ledgerOf(project, 'en')
  expect(lines).toHaveLength(2)
  expect(lines[1].billedCharacters).toBe('Une page neuve.'.length)
  const status = JSON.parse((await project.run('status', '--json')).stdout)
  expect(status.billed.en.deepl + status.billed.de.deepl).toBe(deepl.billed)
  expect(status.usage).toEqual({ count: deepl.billed, limit: 100_000 })
  expect((await project.run('status')).stdout).toContain(
    `DeepL’s account: ${deepl.billed} of 100000 characters`,
  )
})

test('status works without DeepL, and says that it can’t be asked', async () => {
  const project = await createProject(
    { 'content/fr/a.md': 'Une.\n' },
    { DEEPL_AUTH_KEY: 'k', DEEPL_SERVER_URL: 'http://127.0.0.1:9' },
  )
  const { code, stdout } = await project.run('status')
  expect(code).toBe(0)
  expect(stdout).toMatch(/DeepL does not tell its usage: .*can't be reached/)
})

async function expectToParse(project: TestProject): Promise<void> {
  for (const file of await project.list('locales').catch(() => [])) {
    const text = await project.read(file)
    if (file.endsWith('.json')) expect(() => JSON.parse(text)).not.toThrow()
    else for (const line of text.split('\n').filter(Boolean)) expect(() => JSON.parse(line)).not.toThrow()
  }
}

/** Texts that were billed more than once. */
function billedAgain({ billedTexts }: DeeplDouble): number {
  return [...billedTexts.values()].reduce((sum, times) => sum + times - 1, 0)
}

/** For each request that holds a text of an earlier one: how many requests before. */
function repeats({ calls }: DeeplDouble): readonly number[] {
  const last = new Map<string, number>()
  return calls.flatMap(({ texts }, n) => {
    const earlier = texts.flatMap(text => last.get(text) ?? [])
    for (const text of texts) last.set(text, n)
    return earlier.length === 0 ? [] : [n - Math.min(...earlier)]
  })
}

test.each([
  { concurrency: 1, count: 200 },
  { concurrency: 4, count: 80 },
])(
  'killed at any moment and started again until it ends, a run of $count pages is billed again for the $concurrency requests in flight alone',
  async ({ concurrency, count }) => {
    const { deepl, project } = await start(
      {
        ...pages(count, 10),
        ...(concurrency === 1
          ? {}
          : { 'verso.config.yaml': `targets: [en]\nengines: { deepl: { concurrency: ${concurrency} } }\n` }),
      },
      { latencyMs: 15 },
    )
    const random = seededRandom(3)
    let kills = 0
    for (let code: number | null = null; code !== 0; ) {
      const target = deepl.calls.length + 1 + Math.floor(random() * 20)
      const run = project.start('translate', 'en', '--quiet')
      let isOver = false
      const ended = run.ended.then(end => {
        isOver = true
        return end
      })
      while (!isOver && deepl.calls.length < target) await new Promise(resolve => setTimeout(resolve, 1))
      // At any moment between two requests, writing to disk included.
      await new Promise(resolve => setTimeout(resolve, random() * 20))
      if (!isOver && kills < 8) {
        run.kill('SIGKILL')
        kills++
      }
      code = (await ended).code
      await expectToParse(project)
    }
    expect(kills).toBeGreaterThan(3)
    expect(deepl.mostInFlight).toBe(concurrency)
    const again = repeats(deepl)
    expect(again.length).toBeLessThanOrEqual(kills * concurrency)
    for (const before of again) expect(before).toBeLessThan(2 * concurrency)
    for (let page = 0; page < count; page++) {
      expect(await project.read(`content/en/page-${page}.md`)).toContain(
        `Le pegi ${page} dot **Menu** it le phresi 9.`,
      )
    }
    const billed = (await ledgerOf(project, 'en')).reduce((sum, line) => sum + line.billedCharacters, 0)
    expect(billed).toBeLessThanOrEqual(deepl.billed)
  },
)

test('what is in flight when a run is interrupted comes to its end, and is not billed again', async () => {
  const { deepl, project } = await start(pages(20, 10), { latencyMs: 300 })
  const run = project.start('translate', 'en')
  while (deepl.calls.length < 2) await new Promise(resolve => setTimeout(resolve, 5))
  run.kill('SIGINT')
  const { code, stdout } = await run.ended
  expect(code).toBe(130)
  expect(stdout).toMatch(/Interrupted: what was done is kept/)
  expect(deepl.calls.length).toBeLessThan(20)
  expect((await project.run('translate', 'en')).code).toBe(0)
  expect(billedAgain(deepl)).toBe(0)
})
