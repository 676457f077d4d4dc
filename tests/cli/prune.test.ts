import { expect, test } from 'vitest'
import { startLibretranslateDouble } from '../support/libretranslate-double.ts'
import { createProject } from './project.ts'

const text = (name: string) =>
  `# La ${name}\n\nOuvrez la ${name} avec sa clef. Puis attendez.\n\nPosez la ${name} à plat.\n\nPuis attendez.\n`

const english = (name: string) =>
  `# The ${name}\n\nOpen the ${name} with its key. Then wait.\n\nLay the ${name} flat.\n\nThen wait.\n`

const names = ['caisse', 'borne', 'carte', 'tablette', 'montre']

test('--prune removes what Verso wrote for pages that are gone or renamed, and nothing that a person wrote', async () => {
  const byHand = '# The kitchen\n\nOpen the kitchen.\n'
  const project = await createProject({
    ...Object.fromEntries(names.map(name => [`content/fr/app/${name}.md`, text(name)])),
    // What the others are filled from.
    'content/fr/modele.md': names.map(text).join('\n'),
    'content/en/modele.md': names.map(english).join('\n'),
    'content/fr/cuisine.md': '# La cuisine\n\nOuvrez la cuisine.\n',
    'content/en/cuisine.md': byHand,
    'content/en/app/notes.txt': 'caisse',
  })
  await project.run('translate', 'en', '--engine', 'memory')
  await project.run('approve', 'en', 'app/carte')
  const edited = (await project.read('content/en/app/borne.md')).replace('# ', '# My ')
  await project.write('content/en/app/borne.md', edited)
  await project.write('content/fr/bureau/montre.md', text('montre'))
  for (const name of names) await project.remove(`content/fr/app/${name}.md`)
  await project.remove('content/fr/cuisine.md')
  await project.write('content/fr/app/tablette.md', text('tablette'))
  const before = await project.snapshot()

  const planned = await project.run('translate', 'en', '--engine', 'memory', '--dry-run', '--prune', '--json')
  expect(await project.snapshot()).toEqual(before)
  expect(JSON.parse(planned.stdout).removed).toEqual([
    'content/en/app/caisse.md',
    'content/en/app/carte.md',
    'content/en/app/montre.md',
    'locales/en/app/caisse.json',
    'locales/en/app/caisse.state.jsonl',
    'locales/fr/app/caisse.json',
  ])

  const done = JSON.parse(
    (await project.run('translate', 'en', '--engine', 'memory', '--prune', '--json')).stdout,
  )
  expect(done.removed).toEqual([
    ...JSON.parse(planned.stdout).removed.slice(0, 5),
    'locales/en/app/montre.state.jsonl',
    'locales/fr/app/caisse.json',
  ])
  expect(done.diagnostics).toMatchObject([
    { code: 'page-orphan', file: 'content/en/app/borne.md' },
    { code: 'page-orphan', file: 'content/en/cuisine.md' },
  ])
  expect(await project.list('content/en')).toEqual([
    'content/en/app/borne.md',
    'content/en/app/notes.txt',
    'content/en/app/tablette.md',
    'content/en/bureau/montre.md',
    'content/en/cuisine.md',
    'content/en/modele.md',
  ])
  expect(await project.read('content/en/app/borne.md')).toBe(edited)
  expect(await project.read('content/en/cuisine.md')).toBe(byHand)
  // What was approved is memory: kept, and no reason for a finding.
  expect(await project.read('locales/en/app/carte.state.jsonl')).toContain('"state":"reviewed"')
  const { stdout } = await project.run('check', 'en', '--json')
  expect(stdout).not.toContain('app/carte')
})

test('--prune leaves a catalogue page alone that has lines of another tool in it', async () => {
  const resource = 'locales/en/a.json'
  const sidecar = 'locales/en/a.state.jsonl'
  const project = await createProject({ 'content/fr/a.md': 'Bonjour.\n', 'content/fr/b.md': 'Bonsoir.\n' })
  await project.run('translate', 'en', '--engine', 'pseudo')
  const own = '{"tool":"notes"}\n'
  await project.write(sidecar, (await project.read(sidecar)) + own)
  await project.remove('content/fr/a.md')
  await project.run('translate', 'en', '--engine', 'pseudo', '--prune')
  expect(await project.list()).not.toContain('content/en/a.md')
  expect(await project.list()).toContain(resource)
  expect(await project.read(sidecar)).toContain(own)
})

test('--prune removes nothing from a project that has no source pages, and takes no pages', async () => {
  const project = await createProject({ 'content/fr/a.md': 'Bonjour.\n' })
  await project.run('translate', 'en', '--engine', 'pseudo')
  await project.remove('content/fr/a.md')
  const { stdout } = await project.run('translate', 'en', '--prune', '--json')
  expect(JSON.parse(stdout)).toMatchObject({
    removed: [],
    diagnostics: [{ code: 'no-pages' }, { code: 'page-orphan' }],
  })
  expect(await project.list('content/en')).toEqual(['content/en/a.md'])
  const refused = await project.run('translate', 'en', 'a', '--prune')
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--prune looks at all pages')])
})

test('--prune removes nothing where the run ended early: what is left may be what the rest is made of', async () => {
  const { env } = await startLibretranslateDouble()
  const files = { 'content/fr/a.md': 'Bonjour.\n', 'content/fr/b.md': 'Bonsoir.\n' }
  const project = await createProject({ ...files, 'verso.config.yaml': 'engine: libretranslate\n' }, env)
  await project.run('translate', 'en')
  await project.remove('content/fr/a.md')
  await project.write('content/fr/c.md', 'Ouvrez la porte.\n')
  const capped = await project.run('translate', 'en', '--prune', '--max-chars', '3', '--json')
  expect([capped.code, JSON.parse(capped.stdout).removed ?? []]).toEqual([3, []])
  expect(await project.list('content/en')).toContain('content/en/a.md')
  await project.run('translate', 'en', '--prune')
  expect(await project.list('content/en')).toEqual(['content/en/b.md', 'content/en/c.md'])
})
