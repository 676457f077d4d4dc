import type { LinkDifference, LinkFact, PageFacts, SideFacts } from '../page-facts.ts'
import { isExternal } from '../text/is-external.ts'
import { multisetDifference } from '../text/multiset-difference.ts'
import { createResolver, type Resolved, type Resolver } from './create-resolver.ts'
import type { Site, SiteFinding } from './site.ts'

interface Resolvers {
  readonly source: Resolver<PageFacts>
  readonly target: Resolver<PageFacts>
}

/** Links of target pages lead to pages and sections that exist on the target side, the same as the source's. */
export function* checkLinks({ pages }: Site): Generator<SiteFinding> {
  const resolvers = { source: createResolver(pages, 'source'), target: createResolver(pages, 'target') }
  for (const page of pages) {
    if (page.target === undefined) continue
    const own = new Set(page.source.links.map(({ url }) => url))
    for (const link of page.target.links) {
      if (link.type === 'link' && !isExternal(link.url))
        yield* checkLink(page, page.target, link, own, resolvers)
    }
    for (const difference of page.linkDifferences)
      yield* checkDifference(page, page.target, difference, resolvers)
  }
}

function* checkLink(
  page: PageFacts,
  { file }: SideFacts,
  link: LinkFact,
  own: ReadonlySet<string>,
  { source, target }: Resolvers,
): Generator<SiteFinding> {
  const place = { file, line: link.line, column: link.column }
  const resolved = target(page, link.url)
  if (resolved.type !== 'page') {
    const meant = source(page, link.url)
    // A page that has no translation yet is reported as that; a link that leads nowhere in the source too, in the source.
    if (meant.type === 'page' && meant.page.target !== undefined) {
      yield {
        code: 'link-broken',
        ...place,
        message: `“${link.url}” is an address of the source’s site. Link to “/${meant.page.page}”.`,
      }
    } else if (meant.type !== 'page' && resolved.type === 'broken' && !own.has(link.url)) {
      yield { code: 'link-broken', ...place, message: `“${link.url}” leads to no page. Correct the link.` }
    }
    return
  }
  const there = resolved.page.target
  if (resolved.anchor === '' || there === undefined) return
  if (there.headings.includes(resolved.anchor) || there.ids.includes(resolved.anchor)) return
  const heading = resolved.page.source.headings.indexOf(resolved.anchor)
  const isInSource = heading >= 0 || resolved.page.source.ids.includes(resolved.anchor)
  if (!isInSource && own.has(link.url)) return
  const now =
    heading >= 0 && there.headings.length === resolved.page.source.headings.length
      ? there.headings[heading]
      : undefined
  const next =
    now === undefined
      ? 'Give the section that id (`{#id}`), or correct the link.'
      : `The section’s anchor is “#${now}”: link to that, or give the source’s heading an id.`
  yield {
    code: 'anchor-broken',
    ...place,
    message: `“${link.url}” leads to no section of ${there.file}. ${next}`,
  }
}

function* checkDifference(
  page: PageFacts,
  { file }: SideFacts,
  { missing, added, line, column, key }: LinkDifference,
  { source, target }: Resolvers,
): Generator<SiteFinding> {
  const left = multisetDifference(
    missing.map(url => placeOf(source(page, url), url, 'source')),
    added.map(url => placeOf(target(page, url), url, 'target')),
  )
  if (left.missing.length + left.added.length === 0) return
  const what = [
    missing.length === 0 ? '' : `the source links to ${missing.map(url => `“${url}”`).join(', ')}`,
    added.length === 0 ? '' : `the translation links to ${added.map(url => `“${url}”`).join(', ')}`,
  ]
  yield {
    code: 'link-changed',
    file,
    line,
    column,
    ...(key === undefined ? {} : { key }),
    message: `Here ${what.filter(part => part !== '').join(' and ')}. Make the links lead to the same page and section.`,
  }
}

/** Page and section that a link leads to, the same in both locales. */
function placeOf(resolved: Resolved<PageFacts>, url: string, side: 'source' | 'target'): string {
  if (resolved.type !== 'page') return url
  const heading = resolved.page[side]?.headings.indexOf(resolved.anchor) ?? -1
  return `${resolved.page.page}#${heading >= 0 ? heading : resolved.anchor}`
}
