import { dirname, join } from 'node:path/posix'
import type { PageFacts, SideFacts } from '../page-facts.ts'

/** A link taken apart and looked up. */
export type Resolved =
  | { readonly type: 'page'; readonly page: PageFacts; readonly anchor: string }
  /** A page that should be among the project's, and is not. */
  | { readonly type: 'broken' }
  /** Perhaps a page of the site that the project does not hold. */
  | { readonly type: 'unknown' }

export type Resolver = (from: PageFacts, url: string) => Resolved

/**
 * Makes the function that says to which page of the project a link within the site leads, by page path
 * (`/apps/nestor/overview`), by address (`/apps/nestor` when that page's slug is `/`) or by file (`../nestor/overview.md`).
 *
 * @param side whose addresses and files count
 */
export function createResolver(pages: readonly PageFacts[], side: 'source' | 'target'): Resolver {
  const byAddress = new Map<string, PageFacts>()
  const byFile = new Map<string, PageFacts>()
  const folders = new Set<string>()
  for (const page of pages) {
    const facts = page[side]
    if (facts === undefined) continue
    byFile.set(facts.file.replace(/\.mdx?$/, ''), page)
    folders.add(dirname(page.page))
    byAddress.set(page.page, page)
  }
  for (const page of pages) {
    const address = addressOf(page, page[side])
    if (address !== undefined && !byAddress.has(address)) byAddress.set(address, page)
  }
  return (from, url) => {
    const [path = '', hash = ''] = cutOnce(url, '#')
    const anchor = decode(hash)
    const clean = decode(path.replace(/\?.*$/s, ''))
    if (clean === '') return { type: 'page', page: from, anchor }
    const plain = clean.replace(/(?:\/index)?\.mdx?$/, '').replace(/\/+$/, '')
    if (clean.startsWith('/')) {
      const address = plain.slice(1)
      const page = byAddress.get(address)
      if (page !== undefined) return { type: 'page', page, anchor }
      return { type: folders.has(dirname(address)) && dirname(address) !== '.' ? 'broken' : 'unknown' }
    }
    const file = from[side]?.file ?? ''
    const page = byFile.get(join(dirname(file), plain)) ?? byAddress.get(join(dirname(from.page), plain))
    if (page !== undefined) return { type: 'page', page, anchor }
    return { type: /\.mdx?$/.test(clean) ? 'broken' : 'unknown' }
  }
}

/** The address that a page's slug gives it: `/` is its folder's. */
function addressOf({ page }: PageFacts, facts: SideFacts | undefined): string | undefined {
  if (facts?.slug === undefined || facts.slug === '') return undefined
  const folder = dirname(page)
  return facts.slug === '/' ? folder : join(folder, facts.slug)
}

function cutOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
