import { expect, test } from 'vitest'
import { startLibretranslateDouble } from '../support/libretranslate-double.ts'
import { createProject } from './project.ts'

const config = `pages: ["content/{locale}/**/*.md", "data/{locale}/*.yaml", "data/{locale}/*.json"]
ignore: ["content/fr/internes/**"]
content:
  "data/{locale}/*": { "**.titre": translate, "*": keep }
`
const menu = `# Le menu
titre: Le menu # en haut
liens:
  - { titre: 'Ouvrir l''aide', chemin: /aide, place: 1 }
`

test('an edit of a content file by hand is taken in as reviewed, and outlives a change of its source', async () => {
  const project = await createProject({ 'verso.config.yaml': config, 'data/fr/menu.yaml': menu })
  await project.run('translate', 'en', '--engine', 'memory')
  expect(await project.read('data/en/menu.yaml')).toBe(menu)
  const edited = menu.replace('Le menu # en', 'The whole menu # en')
  await project.write('data/en/menu.yaml', edited)
  const taken = JSON.parse((await project.run('translate', 'en', '--engine', 'memory', '--json')).stdout)
  expect(taken.diagnostics).toContainEqual(
    expect.objectContaining({ code: 'hand-edit-taken', file: 'data/en/menu.yaml', line: 2 }),
  )
  expect(await project.read('data/en/menu.yaml')).toBe(edited)
  expect(await project.read('locales/en/menu.yaml.state.jsonl')).toContain('"reviewed"')
  await project.write(
    'data/fr/menu.yaml',
    menu.replace('/aide', '/assistance').replace('place: 1', 'place: 2'),
  )
  await project.run('translate', 'en', '--engine', 'memory')
  expect(await project.read('data/en/menu.yaml')).toBe(
    edited.replace('/aide', '/assistance').replace('place: 1', 'place: 2'),
  )
  const checked = JSON.parse((await project.run('check', 'en', '--json')).stdout)
  expect(checked.diagnostics.map(({ code, file }: { code: string; file: string }) => [code, file])).toEqual([
    ['same-as-source', expect.stringContaining('menu.yaml')],
  ])
})

test('each content file that is no YAML or JSON is told with its place, and nothing is written for it', async () => {
  const bad = {
    'comment.json': ['{\n  // non\n  "titre": "Un"\n}\n', 'content-invalid', 2, 3],
    'comma.json': ['\uFEFF{"titre": "Un",\r\n}', 'content-invalid', 2, 1],
    'empty.json': ['', 'content-invalid', 1, 1],
    'twice.json': ['{"titre": "Un", "titre": "Deux"}', 'content-invalid', 1, 17],
    'colon.yaml': ['titre: Un: deux\n', 'content-invalid', 1, 8],
    'documents.yaml': ['titre: Un\n---\ntitre: Deux\n', 'content-invalid', 2, 1],
    'twice.yaml': ['titre: Un\nautre: 1\ntitre: Deux\n', 'content-invalid', 3, 1],
    'shared.yaml': ['un: &un\n  titre: Un\ndeux: *un\n', 'value-shared', 2, 10],
  } as const
  const files = Object.entries(bad).map(([name, [text]]) => [`data/fr/${name}`, text] as const)
  const project = await createProject({ 'verso.config.yaml': config, ...Object.fromEntries(files) })
  const { code, stdout } = await project.run('translate', 'en', '--engine', 'pseudo', '--json')
  expect(code).toBe(1)
  const found = JSON.parse(stdout).diagnostics as readonly Record<string, unknown>[]
  expect(found.map(one => [one.file, one.code, one.line, one.column]).toSorted()).toEqual(
    Object.entries(bad)
      .map(([name, [, ...place]]) => [`data/fr/${name}`, ...place])
      .toSorted(),
  )
  // A value that is shared is no fault: the file comes out with it as it is.
  expect(await project.list('data/en')).toEqual(['data/en/shared.yaml'])
  expect(await project.read('data/en/shared.yaml')).toBe(bad['shared.yaml'][0])
})

test('an ignored page is not localised, and what there is of it is no orphan and not pruned', async () => {
  const project = await createProject({
    'content/fr/a.md': '# Une page\n',
    'content/fr/internes/b.md': '# Une note\n',
    'data/fr/autre.json': '{}',
  })
  await project.run('translate', 'en', '--engine', 'pseudo')
  await project.write('verso.config.yaml', config)
  const before = await project.list()
  const pruned = JSON.parse(
    (await project.run('translate', 'en', '--engine', 'pseudo', '--prune', '--json')).stdout,
  )
  expect(pruned.diagnostics).toEqual([])
  expect(await project.list()).toEqual(expect.arrayContaining([...before]))
  const named = await project.run('translate', 'en', 'internes/b')
  expect(named.code).toBe(2)
  expect(named.stderr).toContain('content/fr/internes/b.md is not localised: a rule of `ignore`')
})

test('an item that a person added stays its own when the source gets another one, which is told', async () => {
  const list = (...titles: readonly string[]) =>
    titles.map((titre, id) => `- id: ${id}\n  titre: ${titre}\n`).join('')
  const { env } = await startLibretranslateDouble()
  const sources = ['Ouvrir la caisse', 'Payer la commande']
  const project = await createProject(
    { 'verso.config.yaml': config, 'data/fr/apps.yaml': list(...sources) },
    env,
  )
  await project.run('translate', 'en', '--engine', 'libretranslate')
  const written = await project.read('data/en/apps.yaml')
  const edited = written.replace('- id: 1\n', '- id: own\n  titre: English only\n- id: 1\n')
  await project.write('data/en/apps.yaml', edited)
  await project.run('translate', 'en', '--engine', 'libretranslate')
  await project.write('data/fr/apps.yaml', list(sources[0] ?? '', 'Imprimer les tickets', sources[1] ?? ''))
  const run = JSON.parse(
    (await project.run('translate', 'en', '--engine', 'libretranslate', '--json')).stdout,
  )
  expect(run.diagnostics).toContainEqual(
    expect.objectContaining({ code: 'source-unplaced', file: 'data/fr/apps.yaml', line: 4 }),
  )
  const after = (await project.read('data/en/apps.yaml')).replace('id: 2', 'id: 1')
  expect(after).toBe(edited)
  const { diagnostics } = JSON.parse((await project.run('check', 'en', '--json')).stdout)
  expect(diagnostics.map(({ code }: { code: string }) => code)).not.toContain('page-edited')
})

test('links in menus and front matter lead to where a page’s links do, and follow them', async () => {
  const { env } = await startLibretranslateDouble()
  const project = await createProject(
    {
      'verso.config.yaml': `engine: libretranslate
pages: ["content/{locale}/**/*.md", "data/{locale}/*.{yaml,json}"]
frontMatter: { title: translate, slug: slug, suite: link, "*": keep }
content:
  "data/{locale}/*": { "**.titre": translate, "**.chemin": link, "**.texte": markdown }
links: { rewrite: [{ from: "?locale=fr-FR", to: { en: "?locale=en-GB" } }] }
`,
      'content/fr/guide/carte.md': '---\ntitle: La carte\nslug: la-carte\n---\n\n## Menu du soir\n\nTexte.\n',
      'content/fr/guide/accueil.md':
        "---\ntitle: Accueil\nsuite: './carte.md#menu-du-soir' # après\n---\n\nTexte.\n",
      'data/fr/menu.yaml': `liens:
  - { titre: Carte, chemin: /guide/la-carte }
  - { titre: Soir, chemin: "/guide/la-carte#menu-du-soir" }
  - { titre: Page, chemin: /guide/carte }
  - { titre: Ailleurs, chemin: https://example.org/?locale=fr-FR, texte: 'Lire [la carte](/guide/la-carte).' }
  - { titre: Sans règle, autre: /guide/la-carte }
`,
      'data/fr/apps.json': '{ "carte": { "titre": "Carte", "chemin": "/guide/la-carte" } }\n',
    },
    env,
  )
  const translate = async () => {
    const { code, stdout } = await project.run('translate', 'en', '--json')
    expect(code).toBe(0)
    return JSON.parse(stdout)
  }
  const findings = async () => {
    const { diagnostics } = JSON.parse((await project.run('check', 'en', '--json')).stdout)
    return diagnostics
      .filter(({ code }: { code: string }) => /link|anchor|front-matter|page-|url/.test(code))
      .map(({ code, file, line }: { code: string; file: string; line: number }) => `${code} ${file}:${line}`)
  }
  await translate()
  const menu = await project.read('data/en/menu.yaml')
  expect(menu).toBe(`liens:
  - { titre: Certi, chemin: /guide/le-certi }
  - { titre: Suor, chemin: "/guide/le-certi#mina-da-suor" }
  - { titre: Pegi, chemin: /guide/carte }
  - { titre: Aolliars, chemin: https://example.org/?locale=en-GB, texte: 'Lori [le certi](/guide/le-certi).' }
  - { titre: Sens rogli, autre: /guide/la-carte }
`)
  expect(await project.read('data/en/apps.json')).toContain('"chemin": "/guide/le-certi"')
  expect(await project.read('content/en/guide/accueil.md')).toContain(
    "suite: './carte.md#mina-da-suor' # après\n",
  )
  expect(await findings()).toEqual([])
  expect((await translate()).files).toEqual([])
  // Another title, another slug: whatever links to it follows.
  const card = 'content/en/guide/carte.md'
  await project.write(card, (await project.read(card)).replace('title: Le certi', 'title: Menu'))
  const { files, diagnostics } = await translate()
  expect(files).toEqual(expect.arrayContaining(['data/en/menu.yaml', 'data/en/apps.json']))
  expect(diagnostics.map(({ file }: { file: string }) => file)).toEqual([card])
  expect(await project.read('data/en/menu.yaml')).toBe(menu.replaceAll('le-certi', 'menu'))
  expect(await findings()).toEqual([])
  await project.write(
    'data/en/menu.yaml',
    (await project.read('data/en/menu.yaml')).replace('/guide/menu ', '/guide/accueil '),
  )
  expect(await findings()).toEqual(['page-edited data/en/menu.yaml:1', 'link-changed data/en/menu.yaml:2'])
  // A link that somebody chose is theirs.
  await translate()
  expect(await project.read('data/en/menu.yaml')).toContain('chemin: /guide/accueil }')
})
