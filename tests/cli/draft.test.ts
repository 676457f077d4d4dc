import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inventoryOf } from '../laws/inventory-of.ts'
import { guides } from '../laws/local-pages.ts'
import { outline } from '../reassemble/outline.ts'
import { createProject } from './project.ts'

const page = `# Les commandes

Cliquez sur **Suivant** pour ouvrir [la page](/docs/orders).
`

interface Finding {
  readonly code: string
  readonly message: string
}

describe('verso translate --engine draft', () => {
  test('drafts the project’s own guides without a catalogue, every code and block in place', async () => {
    const files = guides.map(({ name, text }) => [`content/fr/${name}`, text] as const)
    const project = await createProject({
      ...Object.fromEntries(files),
      'verso.config.yaml': readFileSync('verso.config.yaml'),
    })
    const { code, stdout } = await project.run('translate', 'en', '--json')
    expect(code).toBe(0)
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({ engine: 'draft', billedCharacters: 0 })
    expect(report.fromEngine).toBeGreaterThan(report.segments * 0.8)
    const rewrite = (text: string) => text.replaceAll('?locale=fr-FR', '?locale=en-GB')
    for (const { name, text } of guides) {
      const written = await project.read(`content/en/${name}`)
      expect(written).not.toBe(rewrite(text))
      expect(outline(written)).toBe(outline(rewrite(text)))
      expect(inventoryOf(written)).toEqual(inventoryOf(rewrite(text)))
    }
    const before = await project.snapshot()
    await project.remove('.verso')
    expect((await project.run('translate', 'en')).code).toBe(0)
    expect(await project.snapshot()).toEqual(before)
  })

  test('enters drafts as translated, of the engine draft, with their confidence', async () => {
    const project = await createProject({
      'content/fr/a.md': page,
      'verso.config.yaml': 'engines: { draft: { threshold: 0 } }\n',
    })
    await project.run('translate', 'en')
    const lines = (await project.read('locales/en/a.state.jsonl')).split('\n')
    const states = lines.filter(line => line.includes('"key"'))
    expect(states).toHaveLength(2)
    for (const line of states) {
      expect(JSON.parse(line)).toMatchObject({
        state: 'translated',
        origin: 'draft',
        score: expect.any(Number),
      })
    }
    expect(await project.read('content/en/a.md')).toMatch(/\*\*Suivant\*\*.*\]\(\/docs\/orders\)/)
  })

  test('leaves a draft below the threshold out of the page and keeps it as a suggestion', async () => {
    const project = await createProject({
      'content/fr/a.md': page,
      'verso.config.yaml': 'engines: { draft: { threshold: 1 } }\n',
    })
    const report = JSON.parse((await project.run('translate', 'en', '--json')).stdout)
    expect(report).toMatchObject({ fromEngine: 0, untranslated: 2 })
    expect(await project.read('content/en/a.md')).toBe(page)
    const [line = ''] = (await project.read('locales/en/a.state.jsonl')).split('\n')
    expect(JSON.parse(line)).toMatchObject({
      state: 'initial',
      suggestion: { origin: 'draft', score: expect.any(Number) },
    })
  })

  test('learns from the catalogue: a new sentence is put together from the team’s own words', async () => {
    const lessons = ['Moulin', 'Beffroi', 'Lavoir', 'Grenier', 'Fournil', 'Pressoir']
    const french = lessons.map(name => `Réveillez le blaireau de ${name}.`)
    const english = lessons.map(name => `Wake the badger of ${name}.`)
    const project = await createProject({
      'content/fr/a.md': `${french.join('\n\n')}\n`,
      'content/en/a.md': `${english.join('\n\n')}\n`,
    })
    await project.run('translate', 'en')
    await project.write('content/fr/b.md', 'Réveillez le blaireau de Colombier.\n')
    await project.run('translate', 'en')
    expect(await project.read('content/en/b.md')).toBe('Wake the badger of Colombier.\n')

    const learned = await project.bytes('.verso/draft.en.bin')
    await project.write('content/fr/c.md', 'Réveillez le blaireau de Ruisseau.\n')
    await project.run('translate', 'en')
    expect(await project.read('content/en/c.md')).toBe('Wake the badger of Ruisseau.\n')
    expect(await project.bytes('.verso/draft.en.bin')).toEqual(learned)
  })

  test('names the words of a draft that no model knows, with their place', async () => {
    const project = await createProject({
      'content/fr/a.md': 'Ouvrez la page.\n\nOuvrez le zorglubard de la page.\n',
      'verso.config.yaml': 'engines: { draft: { threshold: 0 } }\n',
    })
    const { diagnostics } = JSON.parse((await project.run('translate', 'en', '--json')).stdout)
    expect(diagnostics).toMatchObject([
      { code: 'unknown-word', line: 3, column: 1, message: expect.stringContaining('“zorglubard”') },
    ])
  })

  test('says what is missing for a locale that it knows nothing of, and uses the memory', async () => {
    const project = await createProject({ 'content/fr/a.md': page })
    const { code, stdout } = await project.run('translate', 'de', '--json')
    expect(code).toBe(0)
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Finding[] }
    const finding = diagnostics.find(one => one.code === 'engine-unavailable')
    expect(finding?.message).toMatch(/no base model .* `verso align de`.* memory alone/)
    expect(await project.read('content/de/a.md')).toBe(page)
  })

  test('ends with exit code 3 there when it was asked for by name', async () => {
    const project = await createProject({ 'content/fr/a.md': page })
    const { code, stdout } = await project.run('translate', 'de', '--engine', 'draft')
    expect(code).toBe(3)
    expect(stdout).toMatch(/no base model/)
  })
})

test('draft asked for by name is missed also after a run that did without it', async () => {
  const project = await createProject({ 'content/fr/a.md': 'Ouvrez le menu.\n' })
  const auto = await project.run('translate', 'ro')
  expect([auto.code, auto.stderr]).toEqual([0, expect.stringContaining('no base model')])
  const asked = await project.run('translate', 'ro', '--engine', 'draft')
  expect([asked.code, asked.stdout]).toEqual([3, expect.stringContaining('no base model')])
})
