import { expect, test } from 'vitest'
import { startLibretranslateDouble } from '../support/libretranslate-double.ts'
import { createProject, type TestProject } from './project.ts'

/** The double swaps vowels: “Menu du soir” becomes “Mina da suor”. */
const files = {
  'content/fr/guide/carte.md': `---
title: La carte
---

# La carte

Voir [le soir](#menu-du-soir) et [la suite](#menu-du-soir-1).

## Menu du soir

Texte.

## Menu du soir

Texte.

## Avec un id {#fixe}

Fin.
`,
  'content/fr/guide/accueil.md': `---
title: Accueil
---

Lire [le menu](/guide/carte#menu-du-soir), [le fichier](./carte.md#menu-du-soir-1 "Titre"), [l'id](carte#fixe) et
[la note][n].

[n]: ../guide/carte#menu-du-soir-1
`,
}

const follows = 'engine: libretranslate\n'

async function runIn(project: TestProject, ...args: readonly string[]) {
  const { code, stdout } = await project.run('translate', 'en', '--json', ...args)
  expect(code).toBe(0)
  return JSON.parse(stdout)
}

test('links follow the slugs of translated headings, on the page itself and from others, whatever the order', async () => {
  const { env, calls } = await startLibretranslateDouble()
  const project = await createProject({ ...files, 'verso.config.yaml': follows }, env)
  await runIn(project)
  const card = await project.read('content/en/guide/carte.md')
  expect(card).toContain('](#mina-da-suor) it [le saoti](#mina-da-suor-1)')
  const home = await project.read('content/en/guide/accueil.md')
  expect(home).toContain('](/guide/carte#mina-da-suor)')
  expect(home).toContain('](./carte.md#mina-da-suor-1 "Totri")')
  expect(home).toContain('](carte#fixe)')
  expect(home).toContain('[n]: ../guide/carte#mina-da-suor-1')
  // The catalogue keeps the source's links: another page's headings don't touch it.
  expect(await project.read('locales/en/guide/accueil.json')).toContain('](/guide/carte#menu-du-soir)')
  const before = await project.snapshot()
  const requests = calls.length
  expect((await runIn(project)).files).toEqual([])
  expect(await project.snapshot()).toEqual(before)
  expect(calls).toHaveLength(requests)
  const { code, stdout } = await project.run('check', '--json')
  expect(
    JSON.parse(stdout).diagnostics.filter((one: { code: string }) =>
      /link|anchor|page-|codes/.test(one.code),
    ),
  ).toEqual([])
  expect(code).toBe(0)
})

test('a heading that is translated anew takes its links along; nobody’s edit is seen in that', async () => {
  const { env } = await startLibretranslateDouble()
  const project = await createProject({ ...files, 'verso.config.yaml': follows }, env)
  await runIn(project)
  const card = 'content/en/guide/carte.md'
  await project.write(card, (await project.read(card)).replace('## Mina da suor', '## Evening menu'))
  const { files: written } = await runIn(project)
  expect(written).toContain('content/en/guide/accueil.md')
  const home = await project.read('content/en/guide/accueil.md')
  expect(home).toContain('](/guide/carte#evening-menu)')
  expect(home).toContain('](./carte.md#mina-da-suor "Totri")')
  expect(home).toContain('[n]: ../guide/carte#mina-da-suor')
  const catalogue = await project.read('locales/en/guide/accueil.state.jsonl')
  expect(catalogue).not.toContain('human')
  expect((await runIn(project)).files).toEqual([])
})

test('a person’s edit beside a link that follows is taken in with the catalogue’s link', async () => {
  const { env } = await startLibretranslateDouble()
  const project = await createProject({ ...files, 'verso.config.yaml': follows }, env)
  await runIn(project)
  const home = 'content/en/guide/accueil.md'
  await project.write(home, (await project.read(home)).replace('Lori [li mina]', 'Read [the menu]'))
  await runIn(project)
  expect(await project.read(home)).toContain('Read [the menu](/guide/carte#mina-da-suor)')
  expect(await project.read('locales/en/guide/accueil.json')).toContain(
    'Read [the menu](/guide/carte#menu-du-soir)',
  )
  const state = await project.read('locales/en/guide/accueil.state.jsonl')
  expect(state).not.toContain('previousSource')
  expect((await runIn(project)).files).toEqual([])
})

test('pinned headings have the source’s slug as their id, and links stay', async () => {
  const { env } = await startLibretranslateDouble()
  const config = `${follows}links: { anchors: pin }\n`
  const project = await createProject({ ...files, 'verso.config.yaml': config }, env)
  await runIn(project)
  const card = await project.read('content/en/guide/carte.md')
  expect(card).toContain('## Mina da suor {#menu-du-soir}\n')
  expect(card).toContain('## Mina da suor {#menu-du-soir-1}\n')
  expect(card).toContain('](#menu-du-soir) it')
  expect(card).toContain('# Le certi\n')
  expect((await runIn(project)).files).toEqual([])
  const { stdout } = await project.run('check', '--json')
  expect(
    JSON.parse(stdout).diagnostics.filter((one: { code: string }) =>
      /link|anchor|page-|codes/.test(one.code),
    ),
  ).toEqual([])
})

test('links by slug follow the slug of the translated title, links by page path stay', async () => {
  const { env } = await startLibretranslateDouble()
  const config = `${follows}frontMatter: { title: translate, path_override: slug, "*": keep }\n`
  const project = await createProject(
    {
      'verso.config.yaml': config,
      'content/fr/guide/carte.md': '---\ntitle: Ma carte\npath_override: ma-carte\n---\n\n## Un plat\n',
      'content/fr/guide/a.md':
        'Un [lien](/guide/ma-carte#un-plat), [un autre](ma-carte/), [un chemin](/guide/carte).\n',
    },
    env,
  )
  await runIn(project)
  expect(await project.read('content/en/guide/carte.md')).toContain('path_override: me-certi')
  const page = await project.read('content/en/guide/a.md')
  expect(page).toMatch(/\]\(\/guide\/me-certi#un-plet\).*\]\(me-certi\/\).*\]\(\/guide\/carte\)/)
  expect((await runIn(project)).files).toEqual([])
})

test('the address that a page had leads on to the one it has, where the configuration asks for that', async () => {
  const { env } = await startLibretranslateDouble()
  const project = await createProject(
    {
      'verso.config.yaml': `${follows}frontMatter: { title: translate, path_override: slug }\nlinks: { redirects: "redirects.{locale}.json" }\n`,
      'content/fr/guide/carte.md': '---\ntitle: Ma carte\npath_override: ma-carte\n---\n\nTexte.\n',
      'content/fr/guide/index.md': '---\ntitle: Le guide\npath_override: /\n---\n\nTexte.\n',
    },
    env,
  )
  await runIn(project)
  expect(await project.list()).not.toContain('redirects.en.json')
  const retitle = async (title: string) => {
    const text = await project.read('content/en/guide/carte.md')
    await project.write('content/en/guide/carte.md', text.replace(/title: .*/, `title: ${title}`))
    return runIn(project)
  }
  expect((await retitle('My menu')).files).toContain('redirects.en.json')
  await retitle('Our menu')
  expect(JSON.parse(await project.read('redirects.en.json'))).toEqual({
    '/guide/me-certi': '/guide/our-menu',
    '/guide/my-menu': '/guide/our-menu',
  })
  await retitle('Me certi')
  expect(JSON.parse(await project.read('redirects.en.json'))).toEqual({
    '/guide/my-menu': '/guide/me-certi',
    '/guide/our-menu': '/guide/me-certi',
  })
  expect(await project.read('content/en/guide/index.md')).toContain('path_override: /\n')
  expect((await runIn(project)).files).toEqual([])
})

test('a page that is renamed leaves a redirect, in one step from every address that it had, and never from its own', async () => {
  const { env } = await startLibretranslateDouble()
  const text = (title: string) =>
    `# ${title}\n\nOuvrez la ${title} du soir et lisez tout. Fermez la ${title} ensuite, puis partez sans bruit.\n`
  const project = await createProject(
    {
      'verso.config.yaml': `${follows}links: { redirects: "site/redirects.{locale}.json" }\n`,
      'content/fr/guide/carte.md': text('carte'),
    },
    env,
  )
  await runIn(project)
  const rename = async (from: string, to: string) => {
    await project.write(`content/fr/${to}.md`, await project.read(`content/fr/${from}.md`))
    await project.remove(`content/fr/${from}.md`)
  }
  const redirects = async () => JSON.parse(await project.read('site/redirects.en.json'))
  // A page that was never written had no address.
  await project.write('content/fr/guide/neuve.md', text('page toute neuve'))
  await rename('guide/neuve', 'guide/nouvelle')
  await rename('guide/carte', 'guide/menu')
  expect((await runIn(project)).files).toContain('site/redirects.en.json')
  expect(await redirects()).toEqual({ '/guide/carte': '/guide/menu' })
  expect((await runIn(project, '--prune')).files).toEqual([])
  await rename('guide/menu', 'plats/menu')
  // Another page at an address that was left has no redirect away from it.
  await project.write('content/fr/guide/menu.md', text('boisson'))
  await runIn(project, '--prune')
  expect(await redirects()).toEqual({ '/guide/carte': '/plats/menu' })
  await rename('plats/menu', 'guide/carte')
  await runIn(project, '--prune')
  expect(await redirects()).toEqual({ '/plats/menu': '/guide/carte' })
  const before = await project.snapshot()
  expect((await runIn(project)).files).toEqual([])
  expect(await project.snapshot()).toEqual(before)
})

test('pages that take over each other’s addresses leave the redirects that hold afterwards, whatever their order', async () => {
  const { env } = await startLibretranslateDouble()
  const page = (title: string) => `---\ntitle: ${title}\nslug: ${title}\n---\n\nTexte de ${title}.\n`
  const project = await createProject(
    {
      'verso.config.yaml': `${follows}frontMatter: { title: translate, slug: slug }\nlinks: { redirects: "redirects.json" }\n`,
      'content/fr/a.md': page('p'),
      'content/fr/b.md': page('q'),
      'content/fr/c.md': page('r'),
      'redirects.json': '{"/old-q": "/q", "/kept": "/elsewhere"}',
    },
    env,
  )
  await runIn(project)
  for (const [name, title] of Object.entries({ a: 'q', b: 'r', c: 's' })) {
    const file = `content/en/${name}.md`
    await project.write(file, (await project.read(file)).replace(/title: .*/, `title: ${title}`))
  }
  await runIn(project)
  expect(JSON.parse(await project.read('redirects.json'))).toEqual({
    '/kept': '/elsewhere',
    '/old-q': '/r',
    '/p': '/q',
  })
})

test('headings of every kind are pinned, in MDX too; without pins their links follow', async () => {
  const { env } = await startLibretranslateDouble()
  const project = await createProject(
    {
      'verso.config.yaml': `${follows}links: { anchors: pin }\n`,
      'content/fr/a.md':
        '# Haut\r\n\r\nPremier\r\n=======\r\n\r\n## Clos ##\r\n\r\n> ## Dedans\r\n> suite\r\n\r\n[a](#premier) [b](#clos) [c](#dedans) [d](b#menu) [e](#fin)\r\n\r\n## Fin',
      'content/fr/b.mdx': '# Haut\n\n## Menu\n',
    },
    env,
  )
  await runIn(project)
  const links = '[e](#premier) [b](#clos) [c](#dedans) [d](b#menu) [i](#fin)'
  expect(await project.read('content/en/a.md')).toBe(
    `# Heat\r\n\r\nPrimoir {#premier}\r\n=======\r\n\r\n## Clus {#clos} ##\r\n\r\n> ## Didens {#dedans}\r\n> saoti\r\n\r\n${links}\r\n\r\n## Fon {#fin}`,
  )
  expect(await project.read('content/en/b.mdx')).toBe('# Heat\n\n## Mina {#menu}\n')
  expect((await runIn(project)).files).toEqual([])
  await project.write('verso.config.yaml', follows)
  await runIn(project)
  const followed = await project.read('content/en/a.md')
  expect(followed).toContain('[e](#primoir) [b](#clus) [c](#didens) [d](b#mina) [i](#fon)')
  expect(followed).not.toContain('{#')
})

test('a page that was shaped by hand has its link brought to the section, and no other byte changed', async () => {
  const { env } = await startLibretranslateDouble()
  const project = await createProject({ ...files, 'verso.config.yaml': follows }, env)
  await runIn(project)
  const home = 'content/en/guide/accueil.md'
  const own = `${(await project.read(home)).replace('\n---\n\n', '\n---\n\nA *paragraph*   of ours.\n\n')}`
  await project.write(home, own)
  await runIn(project)
  expect(await project.read(home)).toBe(own)
  const card = 'content/en/guide/carte.md'
  await project.write(card, (await project.read(card)).replace('## Mina da suor', '## Evening menu'))
  await runIn(project)
  expect(await project.read(home)).toBe(
    own.replace('#mina-da-suor)', '#evening-menu)').replaceAll('#mina-da-suor-1', '#mina-da-suor'),
  )
})
