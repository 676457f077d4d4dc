import { extractPage } from '../../src/extract/extract-page.ts'
import type { Skeleton } from '../../src/model.ts'

/** The skeleton of a French page, all of whose front matter and text attributes are translated. */
export function takeApart(page: string, mdx = false): Skeleton {
  return extractPage(page, {
    file: mdx ? 'page.mdx' : 'page.md',
    locale: 'fr',
    format: mdx ? 'mdx' : 'markdown',
    values: [{ path: '*', action: 'translate' }],
    attributes: ['alt', 'title', 'aria-label', 'placeholder'],
  }).skeleton
}
