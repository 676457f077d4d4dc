import { preprocess } from 'micromark'
import { type Definitions, withGrammar } from '../grammar/with-grammar.ts'
import type { Inline } from './inline.ts'
import { readInlines } from './read-inlines.ts'
import type { TagOptions } from './tag-code.ts'

/**
 * The inlines of a text that stands alone, block constructs left aside. Tags are not paired yet.
 *
 * @throws the MDX parser's error, for a text that is no valid MDX
 */
export function textInlines(
  text: string,
  grammar: 'markdown' | 'mdx',
  definitions: Definitions,
  options: TagOptions,
): Inline[] {
  return withGrammar(text, grammar, definitions, parser => {
    const tokenizer = parser.text({ line: 1, column: 1, offset: 0 })
    tokenizer._contentTypeTextTrailing = true
    const toChunks = preprocess()
    // What comes first has its byte-order mark dropped.
    toChunks('', undefined, false)
    return readInlines(text, tokenizer.write(toChunks(text, undefined, true)), text.length, options)
  })
}
