import type { Span } from '../../model.ts'
import { type EscapeContext, escapeTable, type Unsafe } from '../../syntax/fragments/escape-table.ts'
import { findUnsafe } from '../../syntax/fragments/find-unsafe.ts'
import { writeReference } from '../../syntax/write-reference.ts'
import type { Edit } from './apply-edits.ts'
import { unbalancedBrackets } from './unbalanced-brackets.ts'

/** How text is escaped where it stands. */
export interface EscapeSettings {
  /** Contexts of every character, and those that the first characters of a line are in besides. */
  readonly contexts: ReadonlySet<EscapeContext>
  readonly lineContexts: ReadonlySet<EscapeContext>
  /** Whether the text begins a line. */
  readonly startsLine: boolean
  /** Whether a character occurs more than once in the block. */
  isRepeated(character: string): boolean
  /**
   * How many brackets of a kind the source of the text has without their counterparts. These are beyond the text, where
   * they pair with as many of the translation.
   */
  unbalancedInSource(bracket: string): number
}

const candidates = new RegExp(
  `[${[...new Set(escapeTable.map(({ character }) => character))].join('').replace(/[\]\\^-]/g, '\\$&')}]`,
  'g',
)

/** A list marker is no longer. */
const lineStartLength = 10
/** Of the rest of a line, and of what comes after a character elsewhere. */
const lineReach = 1000
const reach = 40

/**
 * The escapes that text needs in its place.
 *
 * @param text a fragment
 * @param spans what of it is plain text: neither codes nor characters that have a spelling, in order
 */
export function escapeEdits(text: string, spans: readonly Span[], settings: EscapeSettings): Edit[] {
  const edits: Edit[] = []
  const lines = lineTracker(text, settings.startsLine)
  let unbalanced: readonly number[] | undefined
  const isBalanced = (offset: number): boolean => {
    unbalanced ??= unbalancedBrackets(text, spans)
    if (!unbalanced.includes(offset)) return true
    const bracket = text.charAt(offset)
    const count = unbalanced.filter(other => text.charAt(other) === bracket).length
    return count === settings.unbalancedInSource(bracket)
  }
  for (const { start, end } of spans) {
    for (const { 0: character, index } of text.slice(start, end).matchAll(candidates)) {
      const offset = start + index
      const unsafe = unsafeAt(text, offset, settings, lines(offset), isBalanced)
      if (unsafe === undefined) continue
      const spelling = unsafe.by === 'reference' ? writeReference(character) : `\\${character}`
      edits.push({ start: offset, end: offset + 1, text: spelling })
    }
  }
  return edits
}

function unsafeAt(
  text: string,
  offset: number,
  settings: EscapeSettings,
  lineStart: number | undefined,
  isBalanced: (offset: number) => boolean,
): Unsafe | undefined {
  const character = text.charAt(offset)
  const around = {
    isRepeated: () => settings.isRepeated(character),
    isBalanced: () => isBalanced(offset),
  }
  const usesLine = character === '#' || character === '\\'
  const found = findUnsafe(character, settings.contexts, {
    ...around,
    before: text.slice(Math.max(0, offset - 2), offset),
    after: text.slice(offset + 1, offset + 1 + (usesLine ? lineReach : reach)),
  })
  if (found !== undefined || lineStart === undefined || offset - lineStart > lineStartLength) return found
  const end = text.indexOf('\n', offset)
  return findUnsafe(character, settings.lineContexts, {
    ...around,
    before: text.slice(lineStart, offset),
    after: text.slice(offset + 1, Math.min(end === -1 ? text.length : end, offset + lineReach)),
  })
}

/** Asked for ascending offsets, gives the offset of the first character of their line; undefined if that is not here. */
function lineTracker(text: string, startsLine: boolean): (offset: number) => number | undefined {
  let lineStart = startsLine ? 0 : undefined
  let next = text.indexOf('\n')
  return offset => {
    while (next !== -1 && next < offset) {
      lineStart = next + 1
      while (/[ \t>]/.test(text.charAt(lineStart))) lineStart++
      next = text.indexOf('\n', next + 1)
    }
    return lineStart
  }
}
