import type { Root } from 'mdast'
import type { PageFormat } from '../../model.ts'
import { readJsonTexts } from '../yaml/read-json-texts.ts'
import { boundedAcorn } from './bounded-acorn.ts'
import { maskHeadingIds } from './mask-heading-ids.ts'
import { type MdxFault, mdxFault } from './mdx-fault.ts'
import { pageGrammar } from './page-grammar.ts'

/**
 * The syntax tree of a page, as the structure guard compares it. A byte-order mark is no part of the tree, and
 * offsets after one are lower by one than the page's. A content file is a tree of one `yaml` node.
 *
 * @param text the page, front matter included
 * @param options `autolinks`: whether bare addresses are links, as in GFM, in a page of Markdown
 * @returns a fault for a page that is no valid MDX or JSON
 */
export function parsePage(
  text: string,
  { format, autolinks = false }: { readonly format: PageFormat; readonly autolinks?: boolean },
): Root | MdxFault {
  switch (format) {
    case 'markdown':
      return pageGrammar[autolinks ? 'gfm' : 'markdown'].parse(text)
    case 'mdx':
      return parseMdx(text)
    case 'yaml':
      return contentTree(text)
    case 'json':
      return jsonFault(text) ?? contentTree(text)
  }
}

function parseMdx(text: string): Root | MdxFault {
  boundedAcorn.reset()
  try {
    return pageGrammar.mdx.parse(maskHeadingIds(text))
  } catch (error) {
    return mdxFault(error)
  }
}

function contentTree(text: string): Root {
  const value = text.replace(/^\uFEFF/, '')
  const start = { line: 1, column: 1, offset: 0 }
  const end = { ...start, offset: value.length }
  return { type: 'root', children: [{ type: 'yaml', value, position: { start, end } }] }
}

function jsonFault(text: string): MdxFault | undefined {
  const read = readJsonTexts(text.replace(/^\uFEFF/, ''))
  return 'type' in read ? { type: 'fault', message: read.message, line: 1, column: 1 } : undefined
}
