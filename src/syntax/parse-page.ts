import type { Root } from 'mdast'
import { pageGrammar } from './page-grammar.ts'

/** Why a page has no tree: only MDX can be invalid. */
export interface ParseFault {
  readonly type: 'fault'
  readonly message: string
  readonly line: number
  readonly column: number
}

/**
 * The syntax tree of a page, as the structure guard compares it. A byte-order mark is no part of the tree, and
 * offsets after one are lower by one than the page's.
 *
 * @param text the page, front matter included
 * @param options `mdx`: whether the page is MDX (`.mdx`)
 */
export function parsePage(text: string, options: { readonly mdx: boolean }): Root | ParseFault {
  if (!options.mdx) return pageGrammar.markdown.parse(text)
  try {
    return pageGrammar.mdx.parse(text)
  } catch (error) {
    const { reason, line, column } = error as { reason?: string; line?: number; column?: number }
    if (reason === undefined) throw error
    return { type: 'fault', message: reason, line: line ?? 1, column: column ?? 1 }
  }
}
