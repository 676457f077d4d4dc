import type { Root } from 'mdast'
import { boundedAcorn } from './bounded-acorn.ts'
import { maskHeadingIds } from './mask-heading-ids.ts'
import { type MdxFault, mdxFault } from './mdx-fault.ts'
import { pageGrammar } from './page-grammar.ts'

/**
 * The syntax tree of a page, as the structure guard compares it. A byte-order mark is no part of the tree, and
 * offsets after one are lower by one than the page's.
 *
 * @param text the page, front matter included
 * @param options `mdx`: whether the page is MDX (`.mdx`); only then can there be a fault; `autolinks`: whether bare
 *   addresses are links, as in GFM, in a page that is no MDX
 */
export function parsePage(
  text: string,
  options: { readonly mdx: boolean; readonly autolinks?: boolean },
): Root | MdxFault {
  if (!options.mdx) return pageGrammar[options.autolinks === true ? 'gfm' : 'markdown'].parse(text)
  boundedAcorn.reset()
  try {
    return pageGrammar.mdx.parse(maskHeadingIds(text))
  } catch (error) {
    return mdxFault(error)
  }
}
