import { DOMParser, type Document, ParseError } from '@xmldom/xmldom'

export type ParsedXml =
  | { readonly type: 'document'; readonly document: Document }
  | { readonly type: 'invalid'; readonly message: string; readonly line: number; readonly column: number }

/**
 * Reads XML. Anything that is not well-formed is a fault; so is a document type with declarations of its own: no
 * exchange format needs entities, and expanding them can take all memory.
 *
 * @returns the fault's line and column, counted from 1
 */
export function parseXml(text: string): ParsedXml {
  const declared = /<!(ENTITY|ELEMENT|ATTLIST)\b/.exec(text)
  if (declared !== null) {
    const before = text.slice(0, declared.index).split('\n')
    return {
      type: 'invalid',
      message: 'Declarations in a document type are not read',
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    }
  }
  try {
    const parser = new DOMParser({
      onError: (level, message, context) => {
        if (level !== 'warning') throw new ParseError(message, context?.locator)
      },
    })
    return { type: 'document', document: parser.parseFromString(text.replace(/^\uFEFF/, ''), 'text/xml') }
  } catch (error) {
    const { message, locator } = error as ParseError
    // What the parser's own error reporting wraps around its message says nothing.
    const [first = message] = message.replace(/^Reporting \w+ "([^"]*)".*/s, '$1').split('\n', 1)
    return {
      type: 'invalid',
      message: first,
      // Of a text without any element the parser gives line 0.
      line: Math.max(1, locator?.lineNumber ?? 1),
      column: Math.max(1, locator?.columnNumber ?? 1),
    }
  }
}
