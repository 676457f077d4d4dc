import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Position } from '../model.ts'
import { findDeepBraces } from '../syntax/grammar/find-deep-braces.ts'
import { maskHeadingIds } from '../syntax/grammar/mask-heading-ids.ts'
import type { MdxFault } from '../syntax/grammar/mdx-fault.ts'
import { parsePage } from '../syntax/grammar/parse-page.ts'
import { withGrammar } from '../syntax/grammar/with-grammar.ts'
import { isContent } from '../syntax/yaml/is-content.ts'
import { extractContent } from './extract-content.ts'
import type { ExtractOptions } from './extract-options.ts'
import type { Extraction } from './extraction.ts'
import { findConflict } from './find-conflict.ts'
import { findDeepLine } from './find-deep-line.ts'
import { lineMap } from './line-map.ts'
import { partsOf } from './parts-of.ts'
import { readBlocks } from './read-blocks.ts'
import { walkBlocks } from './walk-blocks.ts'

const byteOrderMark = '\uFEFF'

/** A line of dashes and then a key: front matter, were it closed. */
const frontMatterStart =
  /^---[ \t]*(?:\r\n|\n|\r)(?:#[^\r\n]*(?:\r\n|\n|\r))*["']?[A-Za-z_][\w.-]*["']?:(?:[ \t\r\n]|$)/

/**
 * Splits a page into units and verbatim parts. Joining the parts' `raw` gives the page back. A page that can't be taken
 * apart (merge conflicts, unclosed front matter, invalid MDX, YAML or JSON, nesting without end) is one verbatim part, and a diagnostic says why.
 */
export function extractPage(text: string, options: ExtractOptions): Extraction {
  const shift = text.startsWith(byteOrderMark) ? 1 : 0
  const body = text.slice(shift)
  const map = lineMap(body, shift)
  const refused = (code: keyof typeof diagnosticCodes, message: string, at: Place): Extraction => ({
    skeleton: { parts: partsOf(text, [], 0), title: '' },
    diagnostics: [{ code, severity: diagnosticCodes[code], message, file: options.file, ...at }],
  })
  const tooDeep = ({ line, column }: Position): Extraction =>
    refused(
      'too-deep',
      'Its markup is nested too deeply, or too much of it is in one paragraph, to be parsed. Take it apart: until then the page stays untranslated.',
      { line, column },
    )
  const invalidMdx = ({ message, line, column }: MdxFault): Extraction =>
    refused('mdx-invalid', `${message}. Correct it: until then the page stays untranslated.`, {
      line,
      column,
    })
  const conflict = (offset: number): Extraction => {
    const { line, column } = map.positionOf(offset)
    return refused(
      'merge-conflict',
      'Git left a merge conflict here. Settle it: until then the page is left as it is.',
      { line, column },
    )
  }
  if (isContent(options.format)) {
    const conflictAt = findConflict(body, undefined)
    return conflictAt === undefined
      ? extractContent(text, { body, shift, map }, options)
      : conflict(conflictAt)
  }
  const isMdx = options.format === 'mdx'
  const nested = findDeepLine(body) ?? (isMdx ? findDeepBraces(body) : undefined)
  if (nested !== undefined) return tooDeep(map.positionOf(nested))
  if (isMdx) {
    // Whether its elements are closed shows only when the page is put together as a tree.
    const tree = parsePage(body, { format: 'mdx' })
    if (tree.type === 'fault') {
      const conflictAt = findConflict(body, undefined)
      return conflictAt === undefined ? invalidMdx(tree) : conflict(conflictAt)
    }
  }
  return withGrammar(body, isMdx ? 'mdx' : 'markdown', new Set<string>(), parser => {
    const source = isMdx ? maskHeadingIds(body) : body
    const events = readBlocks(source, parser, map, !isMdx)
    const conflictAt = findConflict(body, events)
    if (conflictAt !== undefined) return conflict(conflictAt)
    const first: string | undefined = events[0]?.[1].type
    if (first !== 'yaml' && first !== 'toml' && frontMatterStart.test(body)) {
      return refused(
        'front-matter-unclosed',
        'The front matter has no closing line of three dashes. Add it: until then the page stays untranslated.',
        { line: 1, column: 1 },
      )
    }
    const walked = walkBlocks(body, events, map, options)
    if ('tooDeepAt' in walked) return tooDeep(map.positionOf(walked.tooDeepAt))
    const { units, title, diagnostics } = walked
    return { skeleton: { parts: partsOf(text, units, shift), title }, diagnostics }
  })
}

type Place = Pick<Position, 'line' | 'column'>
