import { dirname } from 'node:path/posix'
import type { Resolved } from '../../check/site/create-resolver.ts'
import type { LinkedPage } from '../../check/site/linked-page.ts'
import { slugAddress } from '../../check/site/slug-address.ts'

interface Link {
  /** As the source has it. */
  readonly url: string
  /** The same after the configured rewrites: what these change is left as they say. */
  readonly written: string
  readonly resolved: Extract<Resolved<LinkedPage>, { type: 'page' }>
  /** The section's anchor on the target page; undefined: as it is. */
  readonly anchor: string | undefined
}

/** A link's target as a page of the target locale has it: the section's anchor there, the page's slug there. */
export function localiseUrl({ url, written, resolved, anchor }: Link): string {
  const [own, now] = [partsOf(url), partsOf(written)]
  const path = own.path === now.path ? (localisedPath(own.path, resolved) ?? now.path) : now.path
  const isMoved = anchor !== undefined && anchor !== resolved.anchor && own.anchor === now.anchor
  return path + now.query + (isMoved ? `#${anchor}` : now.anchor)
}

/** A link by slug leads to the page's slug of the locale; where it has none, to its page path. */
function localisedPath(path: string, { page, by }: Link['resolved']): string | undefined {
  if (by !== 'slug' || page.target === undefined) return undefined
  const [from, to] = [slugAddress(page, 'source'), slugAddress(page, 'target') ?? page.page]
  if (from === undefined || from === to) return undefined
  const [, lead = '', plain = '', end = ''] = /^(.*?)([^/]*)(\/*)$/s.exec(path) ?? []
  if (path.startsWith('/')) return `/${to}${end}`
  // A relative link by slug: what is before its last step stays.
  return plain !== '' && dirname(from) === dirname(to)
    ? `${lead}${to.slice(dirname(to).length + 1)}${end}`
    : undefined
}

function partsOf(url: string) {
  const [, path = '', query = '', anchor = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url) ?? []
  return { path, query, anchor }
}
