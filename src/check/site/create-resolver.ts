import { dirname, join } from 'node:path/posix'
import type { LinkedPage } from './linked-page.ts'
import { slugAddress } from './slug-address.ts'

/** A link taken apart and looked up. */
export type Resolved<Page extends LinkedPage> =
  | {
      readonly type: 'page'
      readonly page: Page
      readonly anchor: string
      /** How the link names the page: not at all, by its page path, by its slug or by its file. */
      readonly by: 'itself' | 'path' | 'slug' | 'file'
    }
  /** A page that should be among the project's, and is not. */
  | { readonly type: 'broken' }
  /** Perhaps a page of the site that the project does not hold. */
  | { readonly type: 'unknown' }

export type Resolver<Page extends LinkedPage> = (from: Page, url: string) => Resolved<Page>

/**
 * Makes the function that says to which page of the project a link within the site leads, by page path
 * (`/apps/nestor/overview`), by address (`/apps/nestor` when that page's slug is `/`) or by file (`../nestor/overview.md`).
 *
 * @param side whose addresses and files count
 */
export function createResolver<Page extends LinkedPage>(
  pages: readonly Page[],
  side: 'source' | 'target',
): Resolver<Page> {
  const byPath = new Map<string, Page>()
  const bySlug = new Map<string, Page>()
  const byFile = new Map<string, Page>()
  const folders = new Set<string>()
  for (const page of pages) {
    const facts = page[side]
    if (facts === undefined) continue
    byFile.set(facts.file.replace(/\.mdx?$/, ''), page)
    folders.add(dirname(page.page))
    byPath.set(page.page, page)
    const address = slugAddress(page, side)
    if (address !== undefined && !bySlug.has(address)) bySlug.set(address, page)
  }
  const find = (anchor: string, path: string, file?: string): Resolved<Page> | undefined => {
    const maps = [
      ['file', byFile.get(file ?? '')],
      ['path', byPath.get(path)],
      ['slug', bySlug.get(path)],
    ] as const
    for (const [by, page] of maps) if (page !== undefined) return { type: 'page', page, anchor, by }
    return undefined
  }
  return (from, url) => {
    const [path = '', hash = ''] = cutOnce(url, '#')
    const anchor = decode(hash)
    const clean = decode(path.replace(/\?.*$/s, ''))
    if (clean === '') return { type: 'page', page: from, anchor, by: 'itself' }
    const plain = clean.replace(/(?:\/index)?\.mdx?$/, '').replace(/\/+$/, '')
    if (clean.startsWith('/')) {
      const address = plain.slice(1)
      const isOurs = folders.has(dirname(address)) && dirname(address) !== '.'
      return find(anchor, address) ?? { type: isOurs ? 'broken' : 'unknown' }
    }
    const file = join(dirname(from[side]?.file ?? ''), plain)
    const found = find(anchor, join(dirname(from.page), plain), file)
    return found ?? { type: /\.mdx?$/.test(clean) ? 'broken' : 'unknown' }
  }
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
