import { join } from 'node:path'
import { createResolver, type Resolver } from '../../check/site/create-resolver.ts'
import type { LinkedPage } from '../../check/site/linked-page.ts'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import { valueRules } from '../../config/value-rules.ts'
import type { FrontMatterRule, Locale } from '../../model.ts'
import { rewriteUrl } from '../../syntax/rewrite-url.ts'
import { definedOf } from '../defined-of.ts'
import { stampFile } from '../files/stamp-file.ts'
import { linkReplacements } from '../link-replacements.ts'
import { listPages } from '../project/list-pages.ts'
import type { Project } from '../project/open-project.ts'
import { localiseAnchor } from './localise-anchor.ts'
import { localiseUrl } from './localise-url.ts'
import { noLinks } from './no-links.ts'
import type { PageFileFacts } from './page-file-facts.ts'
import type { PageLinks } from './page-links.ts'
import type { readAnchors } from './read-anchors.ts'
import { readPageFile } from './read-page-file.ts'
import { readSiteCache, writeSiteCache } from './site-cache.ts'
import { withClashingPins } from './with-clashing-pins.ts'

/** The pages of a project as links see them: how its files were when they were last looked at. */
export interface Site {
  /**
   * What follows for a page of a target locale; nothing for a page that is none of the project's. To be asked for in
   * `attempt`, or after `load`.
   */
  linksOf(page: string, locale: Locale): PageLinks
  /**
   * Other pages whose side of a target locale, as it comes out of a run, decides where a page's links lead. To be asked
   * for after `load`.
   */
  followedFrom(page: string, locale: Locale): readonly string[]
  /** Targets of the images that a file of a page shows. */
  imagesOf(file: string): readonly string[]
  /** Loads what takes pages apart, for their anchors: much of the program, which most runs can do without. */
  load(): Promise<void>
  /** Works something out from links; a second time, once what takes pages apart is loaded, if that turns out to be needed. */
  attempt<Result>(action: () => Result): Promise<Result>
  /** Looks at the files again. */
  refresh(): void
  /** Keeps what was read for the next run. */
  save(): void
}

interface SitePage extends LinkedPage {
  readonly file: PageFile
}

/** @param pages all source pages; undefined: they are looked up */
export async function openSite(project: Project, pages?: readonly PageFile[]): Promise<Site> {
  const { config } = project
  const all = pages ?? (await listPages(project, config.targets)).pages
  const sources = new Map(all.map(page => [page.file, page]))
  const cache = readSiteCache(project)
  let isChanged = false
  let read: typeof readAnchors | undefined
  /** Whether an attempt is under way, and what it lacks for being worth something. */
  const attempt = { isUnderWay: false, lacksAnchors: false }
  let seen = look()

  /** All that is found out from here on is of the files as they are now. */
  function look() {
    return {
      files: new Map<string, PageFileFacts | undefined>(),
      links: new Map<string, PageLinks>(),
      pages: undefined as ReadonlyMap<string, SitePage> | undefined,
      resolve: undefined as Resolver<SitePage> | undefined,
      pins: undefined as ReadonlyMap<string, readonly string[]> | undefined,
    }
  }

  function factsOf(file: string): PageFileFacts | undefined {
    if (seen.files.has(file)) return seen.files.get(file)
    const stamp = stampFile(join(project.root, file))
    const known = cache.get(file)
    const facts = known?.stamp === stamp ? known : readPageFile(project, file, stamp, rulesOf(file))
    if (facts !== known) keep(file, facts)
    seen.files.set(file, facts)
    return facts
  }

  /** Those of a source page; of others, no link matters. */
  function rulesOf(file: string): readonly FrontMatterRule[] {
    const page = sources.get(file)
    return page === undefined ? [] : valueRules(config, page)
  }

  function keep(file: string, facts: PageFileFacts | undefined): void {
    isChanged = true
    if (facts === undefined) cache.delete(file)
    else cache.set(file, facts)
  }

  function anchorsOf(file: string, locale: Locale): NonNullable<PageFileFacts['anchors']> {
    const facts = factsOf(file)
    if (facts === undefined || facts.anchors !== undefined) return facts?.anchors ?? []
    if (read === undefined) {
      if (!attempt.isUnderWay) throw new Error('Anchors are asked for before what reads them is loaded.')
      attempt.lacksAnchors = true
      return []
    }
    const anchors = read(project, file, locale)
    keep(file, { ...facts, anchors })
    seen.files.set(file, { ...facts, anchors })
    return anchors
  }

  function sideOf(file: string): LinkedPage['source'] {
    return { file, ...definedOf({ slug: factsOf(file)?.slug }) }
  }

  function pagesNow(): ReadonlyMap<string, SitePage> {
    seen.pages ??= new Map(all.map(file => [file.page, { page: file.page, file, source: sideOf(file.file) }]))
    return seen.pages
  }

  function resolve(page: SitePage, url: string) {
    seen.resolve ??= createResolver([...pagesNow().values()], 'source')
    return seen.resolve(page, url)
  }

  /** The anchors of headings without an id that links name, by page. */
  function pinsNow(): ReadonlyMap<string, readonly string[]> {
    if (seen.pins !== undefined) return seen.pins
    const named = new Map<string, Set<string>>()
    for (const page of pagesNow().values()) {
      for (const url of factsOf(page.file.file)?.links ?? []) {
        const resolved = url.includes('#') ? resolve(page, url) : undefined
        if (resolved?.type !== 'page' || resolved.anchor === '') continue
        const anchors = named.get(resolved.page.page) ?? new Set()
        named.set(resolved.page.page, anchors.add(resolved.anchor))
      }
    }
    seen.pins = new Map(
      [...named].map(([page, anchors]) => {
        const file = pagesNow().get(page)?.file.file ?? ''
        const slugs = anchorsOf(file, config.source).filter(({ isId }) => !isId)
        return [page, slugs.map(({ anchor }) => anchor).filter(anchor => anchors.has(anchor))]
      }),
    )
    return seen.pins
  }

  function pinsOf({ page, file }: SitePage, locale: Locale): readonly string[] {
    const pins = config.links.anchors === 'pin' ? (pinsNow().get(page) ?? []) : []
    if (pins.length === 0) return pins
    return withClashingPins(
      pins,
      anchorsOf(file.file, config.source),
      anchorsOf(fileIn(file, locale), locale),
    )
  }

  function urlsOf(page: SitePage, locale: Locale): PageLinks['urls'] {
    const replacements = linkReplacements(config, locale)
    const urls = new Map<string, string>()
    for (const url of factsOf(page.file.file)?.links ?? []) {
      const resolved = resolve(page, url)
      if (resolved.type !== 'page') continue
      const file = fileIn(resolved.page.file, locale)
      if (resolved.by !== 'slug' && resolved.anchor === '') continue
      if (factsOf(file) === undefined) continue
      const there = { ...resolved, page: { ...resolved.page, target: sideOf(file) } }
      const written = rewriteUrl(url, replacements)
      const localised = localiseUrl({ url, written, resolved: there, anchor: anchorIn(there, locale) })
      if (localised !== written) urls.set(written, localised)
    }
    return Object.fromEntries(urls)
  }

  function anchorIn(
    { page, anchor }: { readonly page: SitePage; readonly anchor: string },
    locale: Locale,
  ): string | undefined {
    if (config.links.anchors !== 'follow' || anchor === '') return undefined
    const source = anchorsOf(page.file.file, config.source)
    return localiseAnchor(source, anchorsOf(fileIn(page.file, locale), locale), anchor)
  }

  function followedFrom(name: string, locale: Locale): readonly string[] {
    const page = pagesNow().get(name)
    const followed = (factsOf(page?.file.file ?? '')?.links ?? []).flatMap(url => {
      const resolved = page === undefined ? undefined : resolve(page, url)
      if (resolved?.type !== 'page' || resolved.page.page === name) return []
      return resolved.by === 'slug' || mayChange(resolved, locale) ? [resolved.page.page] : []
    })
    return [...new Set(followed)]
  }

  /** Whether a run may have an anchor named otherwise than the source's: an id stays, unless the target page lacks it. */
  function mayChange(
    { page, anchor }: { readonly page: SitePage; readonly anchor: string },
    locale: Locale,
  ): boolean {
    if (config.links.anchors !== 'follow' || anchor === '') return false
    const own = anchorsOf(page.file.file, config.source).find(one => one.anchor === anchor)
    const file = fileIn(page.file, locale)
    if (own === undefined || !own.isId || factsOf(file) === undefined) return own?.isId === false
    return !anchorsOf(file, locale).some(one => one.isId && one.anchor === anchor)
  }

  function find(name: string, locale: Locale): PageLinks {
    const page = pagesNow().get(name)
    if (page === undefined) return noLinks
    return { urls: urlsOf(page, locale), pins: pinsOf(page, locale) }
  }

  async function load(): Promise<void> {
    read ??= (await import('./read-anchors.ts')).readAnchors
  }

  return {
    load,
    async attempt(action) {
      attempt.isUnderWay = true
      const result = action()
      attempt.isUnderWay = false
      if (!attempt.lacksAnchors) return result
      attempt.lacksAnchors = false
      await load()
      seen = look()
      return action()
    },
    linksOf(page, locale) {
      const key = `${locale} ${page}`
      const links = seen.links.get(key) ?? find(page, locale)
      seen.links.set(key, links)
      return links
    },
    followedFrom,
    imagesOf: file => factsOf(file)?.images ?? [],
    refresh() {
      seen = look()
    },
    save() {
      if (isChanged) writeSiteCache(project, cache)
      isChanged = false
    },
  }
}
