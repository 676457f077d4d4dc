/** A line end with what the next line has before its text: indentation and the markers of block quotes. */
const lineEnd = /(?:\r\n|\n|\r)[ \t>]*/g
/** The same with the white space before it, which means nothing but in code (CommonMark 6.1, 6.8). */
const softBreak = /(?<![ \t])[ \t]*(?:\r\n|\n|\r)[ \t>]*/g
/** The same in a tag, whose own `>` may be all that its last line holds. */
const lineEndInTag = /(?:\r\n|\n|\r)[ \t>]*(?=[\s\S])/g

/**
 * Source of several lines as it stands in a fragment: container prefixes (`> `, indentation) are dropped, and a line
 * end becomes a space; in a tag and in a hard line break it stays.
 */
export function foldSource(source: string, options: { readonly keepsLines: boolean }): string {
  if (!source.includes('\n') && !source.includes('\r')) return source
  if (!options.keepsLines) return source.replace(source.startsWith('`') ? lineEnd : softBreak, ' ')
  return source.replace(source.startsWith('<') ? lineEndInTag : lineEnd, '\n')
}
