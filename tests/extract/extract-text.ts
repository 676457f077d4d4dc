import { extractPage } from '../../src/extract/extract-page.ts'
import type { Extraction } from '../../src/extract/extraction.ts'

/** Extracts a French page with the rules that the tests' pages are written for. */
export function extractText(text: string, options: { readonly mdx?: boolean } = {}): Extraction {
  return extractPage(text, {
    file: 'page.md',
    locale: 'fr',
    format: options.mdx === true ? 'mdx' : 'markdown',
    values: [
      { path: 'title', action: 'translate' },
      { path: 'meta.title', action: 'translate' },
      { path: 'meta.description', action: 'translate' },
      { path: 'path_override', action: 'stem' },
      { path: '*', action: 'keep' },
    ],
    attributes: ['alt', 'title', 'aria-label', 'placeholder'],
  })
}
