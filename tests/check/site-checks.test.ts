import { expect, test } from 'vitest'
import { checkSite } from '../../src/check/site/check-site.ts'
import type { ImageState } from '../../src/check/site/site.ts'
import { inspectPair } from './inspect-pair.ts'

type Texts = readonly [french: string, english: string]

const config = 'frontMatter: { title: translate, path_override: slug, "*": keep }\nlinks: { anchors: keep }\n'

/** What the checks across pages find on a site, without the pages' own findings. */
async function findingsOf(
  site: Readonly<Record<string, Texts>>,
  images: Readonly<Record<string, ImageState>> = {},
) {
  const pages = Object.entries(site).map(async ([page, [french, english]]) => {
    const { facts } = await inspectPair(french, english, { page, config })
    if (facts === undefined) throw new Error(`${page} has no facts.`)
    return facts
  })
  return checkSite({
    locales: { source: 'fr', target: 'en' },
    pages: await Promise.all(pages),
    imageOf: (_, url) => images[url],
  })
}

const bare: ImageState = { exists: true, existsInSource: true, isSame: false, isOldCopy: false }
const menu: Texts = ['# Le menu\n\n## Ouvrir\n\nFin.\n', '# The Menu\n\n## Open\n\nEnd.\n']

test('a link to an address that the source’s page alone has is broken', async () => {
  const page = (slug: string) => `---\ntitle: X\npath_override: ${slug}\n---\n\nTexte.\n`
  const found = await findingsOf({
    'a/menu': [page('le-menu'), page('the-menu')],
    'a/home': ['Voir [le menu](/a/le-menu).\n', 'See [the menu](/a/le-menu).\n'],
    'a/fine': ['Lire [le menu](/a/le-menu).\n', 'Read [the menu](/a/the-menu).\n'],
  })
  expect(found).toMatchObject([{ code: 'link-broken', file: 'content/en/a/home.md', line: 1, column: 16 }])
  expect(found[0]?.message).toContain('Link to “/a/menu”')
})

test('a link that leads to no page, and is not in the source, is broken', async () => {
  const found = await findingsOf({
    'a/menu': menu,
    'a/home': ['Voir [le menu](/a/menu).\n', 'See [the menu](/a/menus).\n'],
  })
  expect(found.map(({ code }) => code)).toEqual(['link-broken', 'link-changed'])
})

test('a link that is broken in the source as well is none of the translation’s faults', async () => {
  const found = await findingsOf({
    'a/menu': menu,
    'a/home': ['Voir [le menu](/a/carte).\n', 'See [the menu](/a/carte).\n'],
  })
  expect(found).toEqual([])
})

test('a link to another page, or to another section, is changed; one that is written in another way is not', async () => {
  const home: Texts = ['Voir [ici](/a/menu#ouvrir) bien.\n', 'See [here](/a/menu#open) now.\n']
  expect(await findingsOf({ 'a/menu': menu, 'a/home': home })).toEqual([])
  const byFile: Texts = [home[0], 'See [here](menu.md#open) now.\n']
  expect(await findingsOf({ 'a/menu': menu, 'a/home': byFile })).toEqual([])
  const section: Texts = [home[0], 'See [here](/a/menu#the-menu) now.\n']
  expect(await findingsOf({ 'a/menu': menu, 'a/home': section })).toMatchObject([
    { code: 'link-changed', file: 'content/en/a/home.md', line: 1 },
  ])
  const page: Texts = [home[0], 'See [here](/a/other) now.\n']
  const other: Texts = ['# Autre\n', '# Other\n']
  expect(await findingsOf({ 'a/menu': menu, 'a/other': other, 'a/home': page })).toMatchObject([
    { code: 'link-changed', file: 'content/en/a/home.md', line: 1 },
  ])
})

test('a link that only the translation has is told as a sentence', async () => {
  const home: Texts = ['Voir ici.\n', 'See [here](/a/menu).\n']
  const [found] = await findingsOf({ 'a/menu': menu, 'a/home': home })
  expect(found?.message).toMatch(/^Here the translation links to “\/a\/menu”\./)
})

test('an anchor is that of a heading, not of a comment in a code block', async () => {
  const code = '```sh\n# open\n```\n\n'
  const withCode: Texts = [`${code}${menu[0]}`, `${code}${menu[1]}`]
  const home: Texts = ['Voir [ici](/a/menu#ouvrir) bien.\n', 'See [here](/a/menu#open) now.\n']
  expect(await findingsOf({ 'a/menu': withCode, 'a/home': home })).toEqual([])
})

test('an image is missing, unknown, the source’s, an old copy of it, or fine', async () => {
  const texts: Texts = ['![Écran](./x.png)\n', '![Screen](./x.png)\n']
  const codeOf = async (state: Partial<ImageState>) =>
    (await findingsOf({ a: texts }, { './x.png': { ...bare, ...state } })).map(({ code }) => code)
  expect(await codeOf({})).toEqual([])
  expect(await codeOf({ exists: false })).toEqual(['image-missing'])
  expect(await codeOf({ exists: false, existsInSource: false })).toEqual(['image-unknown'])
  expect(await codeOf({ isSame: true })).toEqual(['image-of-source'])
  const [old] = await findingsOf({ a: texts }, { './x.png': { ...bare, isOldCopy: true } })
  expect(old).toMatchObject({ code: 'image-of-source', file: 'content/en/a.md', line: 1 })
  expect(old?.message).toContain('before it changed')
})

test('an image below a folder of the source’s locale is named, one of the target’s or of neither is not', async () => {
  const found = await findingsOf({
    a: [
      '![A](/img/fr/a.png)\n\n![B](/img/fr/b.png)\n\n![C](/img/c.png)\n',
      '![A](/img/fr/a.png)\n\n![B](/img/en/b.png)\n\n![C](/img/c.png)\n',
    ],
  })
  expect(found).toMatchObject([{ code: 'image-path', file: 'content/en/a.md', line: 1 }])
})

test('of one sentence that is translated in two ways, the rarer one is told with a place of the other', async () => {
  const open: Texts = ['Ouvrez la fenêtre.\n', 'Open the window.\n']
  const found = await findingsOf({
    a: open,
    b: [open[0], 'Pull up the window.\n'],
    c: open,
    heading: ['# Ouvrez la fenêtre.\n', '# Opening the Window\n'],
  })
  expect(found).toMatchObject([{ code: 'inconsistent-translation', file: 'content/en/b.md', line: 1 }])
  expect(found[0]?.message).toContain('content/en/a.md:1')
})
