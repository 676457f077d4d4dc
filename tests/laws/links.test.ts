import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sideFacts } from '../../src/check/side-facts.ts'
import { createResolver } from '../../src/check/site/create-resolver.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { extractPage } from '../../src/extract/extract-page.ts'
import type { Project } from '../../src/pipeline/project/open-project.ts'
import { translatePages } from '../../src/pipeline/run/translate-pages.ts'
import { startLibretranslateDouble } from '../support/libretranslate-double.ts'

/** Slugs that are alike, that others' numbers give, and that one translation or another is the slug of. */
const titles = ['Notes', 'Notes 1', 'Nutis', 'Le menu', 'Li mina', 'Ouvrir `la` **caisse**', 'Été !', 'FAQ']

interface Heading {
  readonly title: string
  readonly hasId: boolean
}

interface Page {
  readonly folder: string
  readonly headings: readonly Heading[]
  /** To which page, by its place in the site, to which of its headings, and how that is written. */
  readonly links: readonly {
    readonly page: number
    readonly heading: number
    readonly form: 'path' | 'file' | 'slug' | 'definition' | 'html'
  }[]
}

const page: fc.Arbitrary<Page> = fc.record({
  folder: fc.constantFrom('a', 'b'),
  headings: fc.array(fc.record({ title: fc.constantFrom(...titles), hasId: fc.nat(3).map(n => n === 0) }), {
    minLength: 1,
    maxLength: 5,
  }),
  links: fc.array(
    fc.record({
      page: fc.nat(3),
      heading: fc.nat(5),
      form: fc.constantFrom('path', 'file', 'slug', 'definition', 'html'),
    }),
    { maxLength: 4 },
  ),
})

const site = fc.array(page, { minLength: 1, maxLength: 4 })

const pathOf = (pages: readonly Page[], n: number) => `${pages[n]?.folder}/page-${n}`

function textOf(pages: readonly Page[], n: number): string {
  const { headings, links } = pages[n] ?? { headings: [], links: [] }
  const written = headings.map(
    ({ title, hasId }, at) => `## ${title}${hasId ? ` {#id-${at}}` : ''}\n\nTexte ${at}.\n`,
  )
  const anchors = pages.map((_, at) => anchorsOf(pages, at))
  const sentences = links.map(({ page: to, heading, form }, at) => {
    const target = to % pages.length
    const list = anchors[target] ?? []
    const hash = heading === list.length || list.length === 0 ? '' : `#${list[heading % list.length]}`
    const [folder, name] = pathOf(pages, target).split('/')
    const up = folder === pages[n]?.folder ? '.' : `../${folder}`
    const path = `/${folder}/${name}${hash}`
    const forms = {
      path: `Voir [le lien ${at}](${target === n && hash !== '' ? hash : path}).\n`,
      file: `Voir [le lien ${at}](${up}/${name}.md${hash} "Titre").\n`,
      slug: `Voir [le lien ${at}](/${folder}/adresse-${target}${hash}).\n`,
      definition: `Voir [le lien][n${at}].\n\n[n${at}]: ${path}\n`,
      html: `Voir <a href="${path}">le lien ${at}</a>.\n`,
    }
    return forms[form]
  })
  return `---\ntitle: Adresse ${n}\npath_override: adresse-${n}\n---\n\n${[...written, ...sentences].join('\n')}`
}

function anchorsOf(pages: readonly Page[], n: number): readonly string[] {
  const { headings } = pages[n] ?? { headings: [] }
  const text = headings
    .map(({ title, hasId }, at) => `## ${title}${hasId ? ` {#id-${at}}` : ''}\n`)
    .join('\n')
  return factsOf('x.md', 'fr', text).headings
}

const frontMatter = '{ title: translate, path_override: slug }'

function factsOf(file: string, locale: string, text: string) {
  const { frontMatter: values, attributes } = parseConfig(
    `frontMatter: ${frontMatter}\n`,
    'verso.config.yaml',
  )
  const { skeleton } = extractPage(text, { file, locale, format: 'markdown', values, attributes })
  return sideFacts({ file, text, format: 'markdown', skeleton }, values, ['path_override'])
}

/** Where every link leads: a page and the number of a heading of it. */
async function placesOf(root: string, pages: readonly Page[], side: 'source' | 'target') {
  const facts = await Promise.all(
    pages.map(async (_, n) => {
      const sideOf = async (locale: string) => {
        const file = `content/${locale}/${pathOf(pages, n)}.md`
        return factsOf(file, locale, await readFile(join(root, file), 'utf8'))
      }
      return { page: pathOf(pages, n), source: await sideOf('fr'), target: await sideOf('en') }
    }),
  )
  const resolve = createResolver(facts, side)
  return facts.map(one =>
    one[side].links.map(({ url }) => {
      const to = resolve(one, url)
      if (to.type !== 'page') return `${to.type} ${url}`
      return `${to.page.page} ${to.anchor === '' ? 'top' : to.page[side].headings.indexOf(to.anchor)}`
    }),
  )
}

describe('every link of a translated site leads to the page and section that its source leads to', () => {
  test.each(['follow', 'pin'])('anchors: %s', async anchors => {
    const { env } = await startLibretranslateDouble()
    const configText = `engine: libretranslate\nfrontMatter: ${frontMatter}\nlinks: { anchors: ${anchors} }\n`
    await fc.assert(
      fc.asyncProperty(site, fc.nat(3), fc.nat(5), async (pages, first, edited) => {
        const root = await mkdtemp(join(tmpdir(), 'verso-links-'))
        try {
          const project: Project = {
            root,
            config: parseConfig(configText, 'verso.config.yaml'),
            configText,
            environment: env,
          }
          for (const [n] of pages.entries()) {
            const file = join(root, `content/fr/${pathOf(pages, n)}.md`)
            await mkdir(dirname(file), { recursive: true })
            await writeFile(file, textOf(pages, n))
          }
          const run = (only: readonly string[]) =>
            translatePages(project, {
              locales: ['en'],
              pages: only,
              dryRun: false,
              maxCharacters: Number.POSITIVE_INFINITY,
              signal: new AbortController().signal,
              progress: { update: () => undefined, note: () => undefined },
            })
          const agree = async () => {
            await run([])
            expect(await placesOf(root, pages, 'target')).toEqual(await placesOf(root, pages, 'source'))
            expect((await run([])).files).toEqual([])
          }
          // One page alone first: the others come to be afterwards.
          await run([pathOf(pages, first % pages.length)])
          await agree()
          // Then a person translates a heading in another way.
          const file = join(root, `content/en/${pathOf(pages, edited % pages.length)}.md`)
          await writeFile(file, (await readFile(file, 'utf8')).replace(/^## \S+/m, '## Anders'))
          await agree()
        } finally {
          await rm(root, { recursive: true, force: true })
        }
      }),
      { numRuns: 10 },
    )
  })
})
