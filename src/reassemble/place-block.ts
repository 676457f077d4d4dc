import type { Position, Span, Unit } from '../model.ts'

const lineEnd = /\r\n|\n|\r|$/g
const underline = /[ \t>]*(?:=+|-+)[ \t]*(?:\r\n|\n|\r|$)/y
const delimiterRow = /[ \t>]*[|:-][-|: \t]*(?:\r\n|\n|\r|$)/y

/** A unit of a page's parts and where it stands. */
export interface UnitSpan extends Span {
  readonly unit: Unit
}

/**
 * Where new blocks go: after the last line of a unit, the underline of a heading and the delimiter row of a table
 * included; before the line of the first unit of the page's body for -1.
 *
 * @param units the units of the page's parts, in order
 * @param after index of the unit
 */
export function placeBlock(
  text: string,
  units: readonly UnitSpan[],
  after: number,
): { readonly offset: number; readonly position: Position } {
  const found = after < 0 ? units.find(({ unit }) => unit.place.type !== 'yaml') : units[after]
  if (found === undefined) return { offset: text.length, position: { line: 1, column: 1, offset: 0 } }
  const { unit, start } = found
  const { position, place } = unit
  if (after < 0) {
    const offset = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
    return { offset: start === 0 ? 0 : offset, position }
  }
  const end = endOfLine(text, found.end)
  const isSetext = place.type === 'heading' && place.style === 'setext'
  const below = isSetext ? underline : place.type === 'cell' ? delimiterRow : undefined
  return { offset: below === undefined ? end : endOfRow(text, end, below), position }
}

/** The end of the line that `offset` is on, its line end left out. */
function endOfLine(text: string, offset: number): number {
  lineEnd.lastIndex = offset
  return lineEnd.exec(text)?.index ?? text.length
}

/** The end of the line after the one that ends at `end`, if that line is one of `row`. */
function endOfRow(text: string, end: number, row: RegExp): number {
  const next = end + (text.startsWith('\r\n', end) ? 2 : 1)
  row.lastIndex = next
  return row.test(text) ? endOfLine(text, next) : end
}
