import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { type Data, unified } from 'unified'
import { boundedAcorn } from './bounded-acorn.ts'

/** The constructs that a text shows at a glance to be without, and that cost time to look for. */
export const optionalConstructs = { footnote: gfmFootnote(), table: gfmTable() } as const

/**
 * What remark-gfm adds, without its autolink literals: they take 40 % of the parse, and bare emails and URLs are
 * found by `findLiterals`.
 */
function remarkGfmWithoutAutolinks(this: { data(): Data }): void {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    optionalConstructs.footnote,
    gfmStrikethrough(),
    optionalConstructs.table,
    gfmTaskListItem(),
  ]
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ]
}

const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkGfmWithoutAutolinks)

/**
 * The remark processors of the page grammars. Their `micromarkExtensions` are the grammars themselves. `gfm` is all of
 * GFM, slower than `markdown`: for a page where bare addresses and other markup meet.
 */
export const pageGrammar = {
  markdown: markdown().freeze(),
  gfm: unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm).freeze(),
  mdx: markdown()
    .use(remarkMdx, {
      acorn: boundedAcorn,
      acornOptions: { ecmaVersion: 2024, sourceType: 'module' },
      addResult: false,
    })
    .freeze(),
} as const
