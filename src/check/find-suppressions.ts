import type { PageFormat } from '../model.ts'
import type { Suppression } from './suppression.ts'

/** In either kind of comment of a page: `verso-ignore code: reason` for the next block, `verso-ignore-page` for the page. */
const pageComment =
  /^[ \t>]*(?:\[comment\]:[ \t]*#[ \t]*[("']|<!--|\{\/\*)[ \t]*verso-ignore(-page)?[ \t]+([a-z][a-z-]*)[ \t]*(?::[ \t]*(.*?))?[ \t]*(?:[)"']|-->|\*\/\})[ \t]*$/

/** The same in a comment of YAML. */
const yamlComment = /^[ \t]*#[ \t]*verso-ignore(-page)?[ \t]+([a-z][a-z-]*)[ \t]*(?::[ \t]*(.*?))?[ \t]*$/

/** The suppressions of a page, in its order. JSON has no comments. */
export function findSuppressions(text: string, format: PageFormat): readonly Suppression[] {
  if (!text.includes('verso-ignore') || format === 'json') return []
  const comment = format === 'yaml' ? yamlComment : pageComment
  const lines = text.split(/\r\n|\r|\n/)
  return lines.flatMap((line, index) => {
    const match = comment.exec(line)
    if (match === null) return []
    const span =
      match[1] === undefined ? nextBlock(lines, index + 1, comment) : { first: 1, last: lines.length + 1 }
    return [{ code: match[2] ?? '', reason: match[3] ?? '', line: index + 1, ...span }]
  })
}

/** Lines, from 1, of the block that begins at or after a line: up to a blank line; other suppressions are passed over. */
function nextBlock(
  lines: readonly string[],
  from: number,
  comment: RegExp,
): { readonly first: number; readonly last: number } {
  let start = from
  while (start < lines.length && (isBlank(lines[start]) || comment.test(lines[start] ?? ''))) start++
  let end = start
  while (end < lines.length && !isBlank(lines[end])) end++
  return { first: start + 1, last: end }
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || /^[ \t>]*$/.test(line)
}
