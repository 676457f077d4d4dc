import { parse } from 'micromark'
import type { Extension, ParseContext } from 'micromark-util-types'
import { boundedAcorn } from './bounded-acorn.ts'
import { pageGrammar } from './page-grammar.ts'

/** What reference labels a text may refer to. */
export interface Definitions {
  has(identifier: string): boolean
  add(identifier: string): unknown
}

const contexts = {
  markdown: contextOf('markdown'),
  mdx: contextOf('mdx'),
} as const

function contextOf(grammar: 'markdown' | 'mdx'): ParseContext {
  const extensions = pageGrammar[grammar].data('micromarkExtensions') as Extension[]
  return parse({ extensions })
}

/**
 * The micromark parser of a grammar, with nothing left of its last use: combining the grammar's constructs takes
 * longer than a short page, so it is done once. Parsing is synchronous and no two parses overlap.
 *
 * @param definitions receives the identifiers of link definitions and answers for them (micromark's own list is
 *   searched from its beginning for each); those of footnotes begin with `^`
 */
export function openGrammar(grammar: 'markdown' | 'mdx', definitions: Definitions): ParseContext {
  boundedAcorn.reset()
  const context = contexts[grammar]
  context.lazy = {}
  context.defined = listOf(definitions, '')
  context.gfmFootnotes = listOf(definitions, '^')
  return context
}

function listOf(definitions: Definitions, prefix: string): string[] {
  const list = {
    includes: (identifier: string) => definitions.has(prefix + identifier),
    push: (identifier: string) => definitions.add(prefix + identifier),
  }
  return list as unknown as string[]
}
