import type { Unit } from '../../model.ts'

const underline = /^[ \t>]*(?:=+|-+)[ \t]*(?=[\r\n]|$)/
const delimiterRow = /^[ \t>]*[|:-][-|: \t]*(?=[\r\n]|$)/

/**
 * What of the verbatim text after a unit belongs to its block: the rest of its line (a heading's id, an image's path, a
 * cell's bar), the underline of a heading, the delimiter row of a table.
 *
 * @param gap the verbatim text after the unit
 */
export function closingOf(unit: Unit | undefined, gap: string): string {
  if (unit === undefined) return ''
  const line = /^[^\r\n]*/.exec(gap)?.[0] ?? ''
  const lineEnd = /^(?:\r\n|\n|\r)/.exec(gap.slice(line.length))?.[0] ?? ''
  const next = gap.slice(line.length + lineEnd.length)
  const { place } = unit
  const below =
    place.type === 'heading' && place.style === 'setext'
      ? underline.exec(next)
      : place.type === 'cell'
        ? delimiterRow.exec(next)
        : null
  return below === null ? line : line + lineEnd + below[0]
}
