const lineEnd = /[ \t]*(?:\r\n|\n|\r)[ \t>]*/g
const hardLineEnd = /(?:\r\n|\n|\r)[ \t>]*/g

/**
 * Source of several lines as it stands in a fragment: container prefixes (`> `, indentation) are dropped, and a line
 * end becomes a space; in a tag and in a hard line break it stays.
 */
export function foldSource(source: string, options: { readonly keepsLines: boolean }): string {
  if (!source.includes('\n') && !source.includes('\r')) return source
  return options.keepsLines ? source.replace(hardLineEnd, '\n') : source.replace(lineEnd, ' ')
}
