import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { startLibretranslateDouble } from '../support/libretranslate-double.ts'
import { createProject, type TestProject } from './project.ts'

const count = 3

/** What is said on every page: shards know it from each other's catalogues alone. */
const everywhere = 'Cliquez sur **Autoriser** avant de continuer.'

/** A page with a section, links to those of two others, one of them by slug, and an image of its own and a common one. */
function page(name: string, linked: readonly [string, string], more = ''): string {
  const [one, other] = linked
  return `---
title: Guide ${name}
slug: guide-${name}
---

# Guide ${name}

${everywhere} Voici la page ${name}, qui a son propre texte à elle.

Lisez [la suite](./${one}.md#réglages-de-${one}) et [autre chose](/guide/guide-${other}).

![Écran](images/${name}.png) ![Logo](images/logo.png)

## Réglages de ${name}

La section de ${name} dit encore ceci. Elle finit là, sur ${name} comme ailleurs.
${more}`
}

const moved = '\nUne phrase qui change de page, et que la mémoire retrouve.\n'
const repeated = '\nUne phrase neuve que deux pages ont.\n'
const known = '\nLa section de export dit encore ceci.\n'
const edited = '\nUne phrase qui sera traduite mieux.\n'
const editedAndMoved = '\nUne phrase d’une page qui aura un autre nom.\n'

/** Slugs of titles tie the pages of a folder to each other; without them it is links and renamed pages alone. */
const rules = { 'slugs of titles': 'slug', 'slugs as they are': 'keep' }

const before: Readonly<Record<string, string | Buffer>> = {
  'content/fr/guide/accueil.md': page('accueil', ['borne', 'carte'], moved),
  'content/fr/guide/borne.md': page('borne', ['accueil', 'carte']),
  'content/fr/guide/carte.md': page('carte', ['carte', 'carte']),
  'content/fr/guide/dessert.md': page('dessert', ['dessert', 'dessert']),
  ...Object.fromEntries(
    ['export', 'facture', 'gestion', 'horaire'].map(name => [
      `content/fr/plus/${name}.md`,
      page(name, [name, name]),
    ]),
  ),
  'content/fr/seul/ancien.md': page('ancien', ['ancien', 'ancien'], editedAndMoved),
  'content/fr/seul/bilan.md': page('bilan', ['caisse', 'bilan']),
  'content/fr/seul/caisse.md': page('caisse', ['caisse', 'caisse'], edited),
  'content/fr/libre/index.md': page('index', ['kiosque', 'index']),
  'content/fr/libre/jour.md': page('jour', ['jour', 'jour']),
  'content/fr/libre/kiosque.md': page('kiosque', ['kiosque', 'kiosque']),
  ...Object.fromEntries(
    ['guide', 'plus', 'seul', 'libre'].flatMap(folder =>
      ['logo', 'accueil', 'borne', 'carte', 'export', 'facture', 'bilan', 'jour'].map(image => [
        `content/fr/${folder}/images/${image}.png`,
        Buffer.from(`${folder} ${image}`),
      ]),
    ),
  ),
}

/** All that may happen between two runs. */
async function change(project: TestProject): Promise<void> {
  const edit = async (file: string, from: string | RegExp, to: string) => {
    const text = await project.read(file)
    expect(text.replace(from, to)).not.toBe(text)
    await project.write(file, text.replace(from, to))
  }
  const rename = async (from: string, to: string) => {
    await project.write(`content/fr/${to}.md`, await project.read(`content/fr/${from}.md`))
    await project.remove(`content/fr/${from}.md`)
  }
  // Linked headings, and titles that their pages' slugs and others' links follow; a new page comes to the slug of one.
  for (const [from, to] of [
    ['guide/accueil', 'guide/borne'],
    ['libre/index', 'libre/kiosque'],
    ['seul/bilan', 'seul/caisse'],
  ] as const) {
    const name = to.replace(/.*\//, '')
    await edit(`content/fr/${to}.md`, `## Réglages de ${name}`, `## Réglages de ${name} neufs`)
    await edit(`content/fr/${from}.md`, `#réglages-de-${name}`, `#réglages-de-${name}-neufs`)
  }
  await project.write('content/fr/libre/neuf.md', page('index', ['neuf', 'neuf']))
  await edit('content/fr/guide/carte.md', 'title: Guide carte', 'title: Guide du soir')
  await edit('content/fr/libre/index.md', 'title: Guide index', 'title: Index général')
  // A page gone, two renamed, one renamed with another at its place, and two that change places.
  await project.remove('content/fr/guide/dessert.md')
  await rename('seul/ancien', 'guide/nouveau')
  await rename('libre/jour', 'libre/journee')
  await rename('plus/export', 'plus/exporter')
  await project.write('content/fr/plus/export.md', page('tout', ['export', 'export']))
  const [facture, gestion] = ['content/fr/plus/facture.md', 'content/fr/plus/gestion.md']
  const texts = [await project.read(facture), await project.read(gestion)] as const
  await project.write(facture, texts[1])
  await project.write(gestion, texts[0])
  // Sentences: moved to another page, the same new ones on two, and one that somebody translated on a third.
  await edit('content/fr/guide/accueil.md', moved, '')
  for (const name of ['seul/bilan', 'plus/horaire', 'libre/kiosque'])
    await edit(`content/fr/${name}.md`, /$/, moved + repeated + known + edited + editedAndMoved)
  await edit('content/en/seul/caisse.md', /.*\n$/, 'This is said better now.\n')
  await edit('content/en/seul/ancien.md', /.*\n$/, 'This moved, and is better.\n')
  // Images: changed, replaced by somebody, and one that only a new page shows.
  await project.write('content/fr/guide/images/logo.png', Buffer.from('a new logo'))
  await project.write('content/en/plus/images/facture.png', Buffer.from('somebody’s own'))
  await project.write('content/fr/plus/images/tout.png', Buffer.from('tout'))
}

test.each([
  ['libretranslate', 'slugs of titles'],
  ['libretranslate', 'slugs as they are'],
  ['memory', 'slugs as they are'],
  ['draft', 'slugs of titles'],
  ['pseudo', 'slugs of titles'],
] as const)(
  'what the shards of a run with engine %s and %s write, merged, is what one run writes, byte for byte',
  async (engine, rule) => {
    const { env } = await startLibretranslateDouble()
    const config = `frontMatter: { title: translate, slug: ${rules[rule]} }
links: { redirects: "site/redirects.{locale}.json" }
`
    const start = await createProject({ ...before, 'verso.config.yaml': config }, env)
    const first = engine === 'pseudo' ? 'pseudo' : 'libretranslate'
    expect((await start.run('translate', '--engine', first)).code).toBe(0)
    await change(start)
    const tree = await treeOf(start)

    const whole = await createProject(tree, env)
    const args = ['translate', '--engine', engine, '--prune', '--json']
    const { stdout } = await whole.run(...args)
    const parts: TestProject[] = []
    const pages: number[] = []
    for (let index = 1; index <= count; index++) {
      const part = await createProject(tree, env)
      const ended = await part.run(...args, '--shard', `${index}/${count}`)
      pages.push(JSON.parse(ended.stdout).pages)
      parts.push(part)
    }
    const { merged, common } = await merge(start, tree, parts)
    expect(text(merged)).toEqual(text(await treeOf(whole)))
    // Every other file has one writer.
    for (const file of common)
      expect(file).toMatch(/^site\/redirects\.en\.json$|^locales\/en\/(images|ledger)\.jsonl$|\.png$/)
    expect(pages.reduce((sum, number) => sum + number)).toBe(JSON.parse(stdout).pages)
    expect(Math.min(...pages)).toBeGreaterThan(1)
    // All of it happened.
    const at = (file: string) => merged.get(file)?.toString() ?? ''
    expect(JSON.parse(stdout).removed).toContain('content/en/guide/dessert.md')
    const redirects = Object.values(JSON.parse(at('site/redirects.en.json')))
    if (rule === 'slugs as they are') expect(redirects).toEqual(['/libre/journee', '/guide/nouveau'])
    if (engine !== 'pseudo') expect(common).toContain('site/redirects.en.json')
    expect(common).toContain('locales/en/images.jsonl')
    expect(at('locales/en/images.jsonl')).not.toContain('plus/images/facture.png')
    const kiosque = at('content/en/libre/kiosque.md')
    if (engine === 'pseudo') return
    expect(kiosque).toContain('This is said better now.\n\nThis moved, and is better.\n')
    expect(kiosque).toContain('Uni phresi qao chengi di pegi')
    expect(kiosque).toContain('Le sictoun di ixpurt dot incuri cico.\n')
    expect(kiosque.includes('Une phrase neuve')).toBe(engine === 'memory')
    if (engine === 'libretranslate')
      expect(at('content/en/guide/accueil.md')).toContain('./borne.md#roglegis-di-burni-niafs')
  },
)

test('what somebody wrote on the last of many pages is known to the first one, in one run as in shards', async () => {
  const name = (index: number) => `content/fr/page-${String(index).padStart(3, '0')}.md`
  const pages = Array.from(
    { length: 140 },
    (_, index) => [name(index), `Texte ${index}.\n\nCommun.\n`] as const,
  )
  const start = await createProject({
    'verso.config.yaml': 'engine: memory\n',
    ...Object.fromEntries(pages),
    [name(139)]: 'Ouvrez la page.\n',
  })
  await start.run('translate')
  const last = name(139).replace('/fr/', '/en/')
  await start.write(last, 'Open the page.\n')
  await start.run('translate')
  await start.write(last, 'Open this page.\n')
  for (const index of [0, 70]) await start.write(name(index), 'Ouvrez la page.\n')
  const tree = await treeOf(start)
  const whole = await createProject(tree)
  await whole.run('translate')
  for (const index of [0, 70])
    expect(await whole.read(name(index).replace('/fr/', '/en/'))).toBe('Open this page.\n')
  const before = await whole.snapshot()
  await whole.run('translate')
  expect(await whole.snapshot()).toEqual(before)
  const parts = await Promise.all(
    ['1/2', '2/2'].map(async shard => {
      const part = await createProject(tree)
      await part.run('translate', '--shard', shard)
      return part
    }),
  )
  const { merged } = await merge(start, tree, parts)
  expect(text(merged)).toEqual(text(await treeOf(whole)))
})

test.each(['0/2', '3/2', '1', '1/0', 'a/b', '-1/2'])('--shard %s is refused', async shard => {
  const project = await createProject({ 'content/fr/a.md': '# Un\n' })
  const { code, stderr } = await project.run('translate', 'en', `--shard=${shard}`)
  expect(code).toBe(2)
  expect(stderr).toContain('Give a part and the number of parts')
})

type Tree = ReadonlyMap<string, Buffer>

async function treeOf(project: TestProject): Promise<Record<string, Buffer>> {
  const list = await project.list()
  return Object.fromEntries(
    await Promise.all(list.map(async file => [file, await project.bytes(file)] as const)),
  )
}

/** Files as text, for a difference to be read; what a run costs is of that run. */
function text(tree: Tree | Readonly<Record<string, Buffer>>): Readonly<Record<string, string>> {
  const entries = tree instanceof Map ? [...tree] : Object.entries(tree as Readonly<Record<string, Buffer>>)
  return Object.fromEntries(
    entries
      .filter(([file]) => !file.endsWith('ledger.jsonl'))
      .map(([file, bytes]) => [file, bytes.toString()])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )
}

/** What changed in each part, put together; files that several parts changed, each in its way, by the merge driver. */
async function merge(
  start: TestProject,
  tree: Readonly<Record<string, Buffer>>,
  parts: readonly TestProject[],
): Promise<{ readonly merged: Tree; readonly common: readonly string[] }> {
  const merged = new Map(Object.entries(tree))
  const changed = new Set<string>()
  const common = new Set<string>()
  const isSame = (a: Buffer | undefined, b: Buffer | undefined) => (a && b ? a.equals(b) : a === b)
  for (const part of parts) {
    const own = await treeOf(part)
    for (const file of new Set([...Object.keys(tree), ...Object.keys(own)])) {
      if (isSame(own[file], tree[file])) continue
      if (changed.has(file)) common.add(file)
      const other = changed.has(file) && !isSame(own[file], merged.get(file)) ? merged.get(file) : undefined
      const bytes = other === undefined ? own[file] : await drive(start, file, [tree[file], other, own[file]])
      if (bytes === undefined) merged.delete(file)
      else merged.set(file, bytes)
      changed.add(file)
    }
  }
  return { merged, common: [...common] }
}

async function drive(
  project: TestProject,
  file: string,
  versions: readonly (Buffer | undefined)[],
): Promise<Buffer> {
  const names = ['base', 'ours', 'theirs']
  for (const [index, name] of names.entries()) await project.write(`.verso/${name}`, versions[index] ?? '')
  const args = ['merge', ...names.map(name => `.verso/${name}`), file]
  const ended = spawnSync(process.execPath, [resolve('dist/cli/main.js'), ...args], {
    cwd: project.root,
    encoding: 'utf8',
  })
  expect(ended).toMatchObject({ status: 0, stderr: '' })
  return project.bytes('.verso/ours')
}
