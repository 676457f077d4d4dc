import { parse } from 'micromark'
import type { Extension, ParseContext } from 'micromark-util-types'
import { boundedAcorn } from './bounded-acorn.ts'
import { optionalConstructs, pageGrammar } from './page-grammar.ts'

/** What reference labels a text may refer to. */
export interface Definitions {
  has(identifier: string): boolean
  add(identifier: string): unknown
}

const contexts = new Map<string, ParseContext>()

/** How many uses of parsers are under way: a page's sentences are parsed while the page is. */
let depth = 0

/** A line of which a table's delimiter row may consist, block quote markers included. */
const delimiterLine = /^[ \t>|:-]+$/gm

/**
 * Lends the micromark parser for a text. Combining a grammar's constructs takes longer than a short page, so a parser is
 * made once and lent again, with nothing left of its last use; uses within another get one of their own. What the text
 * has no trace of (tables, footnotes) is not looked for: micromark would try each paragraph for a table.
 *
 * @param definitions receives the identifiers of link definitions and answers for them (micromark's own list is
 *   searched from its beginning for each); those of footnotes begin with `^`
 * @param use must not keep the parser
 * @returns what `use` gives
 */
export function withGrammar<Result>(
  text: string,
  grammar: 'markdown' | 'mdx',
  definitions: Definitions,
  use: (parser: ParseContext) => Result,
): Result {
  boundedAcorn.reset()
  const context = contextOf(grammar, text.includes('[^'), mayHaveTable(text))
  context.lazy = {}
  context.defined = listOf(definitions, '')
  context.gfmFootnotes = listOf(definitions, '^')
  depth++
  try {
    return use(context)
  } finally {
    depth--
  }
}

function contextOf(grammar: 'markdown' | 'mdx', hasFootnotes: boolean, hasTables: boolean): ParseContext {
  const key = `${grammar} ${hasFootnotes} ${hasTables} ${depth}`
  const known = contexts.get(key)
  if (known !== undefined) return known
  const all = pageGrammar[grammar].data('micromarkExtensions') as Extension[]
  const extensions = all.filter(
    extension =>
      (hasFootnotes || extension !== optionalConstructs.footnote) &&
      (hasTables || extension !== optionalConstructs.table),
  )
  const context = parse({ extensions })
  contexts.set(key, context)
  return context
}

/** GFM 4.10: a delimiter row has dashes, and a pipe or a colon. */
function mayHaveTable(text: string): boolean {
  const lines = text.match(delimiterLine) ?? []
  return lines.some(line => line.includes('-') && /[|:]/.test(line))
}

function listOf(definitions: Definitions, prefix: string): string[] {
  const list = {
    includes: (identifier: string) => definitions.has(prefix + identifier),
    push: (identifier: string) => definitions.add(prefix + identifier),
  }
  return list as unknown as string[]
}
