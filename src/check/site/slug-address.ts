import { dirname, join } from 'node:path/posix'
import type { LinkedPage } from './linked-page.ts'

/** The address, without a slash before it, that a page's slug gives it: `/` is its folder's. */
export function slugAddress(page: LinkedPage, side: 'source' | 'target'): string | undefined {
  const slug = page[side]?.slug
  if (slug === undefined || slug === '') return undefined
  const folder = dirname(page.page)
  return slug === '/' ? folder : join(folder, slug)
}
