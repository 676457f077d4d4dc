import type { Inline, InlineGap, InlineHole } from '../syntax/inlines/inline.ts'
import { sliceInlines } from './slice-inlines.ts'

/** `:::note Titre`, `::: tip`, `::: {.tip}`, `::figure[Titre]{.large}`, and `:::` that closes one. */
const directive =
  /^(?:(?::{3,}[ \t]*[\w-]+|::[\w-]+(?=[[{]|[ \t]*$))(?:\[[^\]]*\])?(?:\{[^}]*\})?[ \t]*|:{3,}[ \t]*(?:\{[^}]*\}[ \t]*:*[ \t]*)?$)/
/** `*[HTML]: Un langage`, without another `*`, which would make it emphasis: an abbreviation that stands in the text. */
const abbreviation = /^\*\[[^\]]+\]:[ \t]*(?=[^\s*][^*]*$)/
/** `!!! note "Titre"`, `???+ tip`, `=== "Onglet"`. */
const admonition = /^(?:!!!|\?\?\?\+?|===\+?)(?:[ \t]+[\w-]+)*[ \t]*(?="|$)/
/** `[!NOTE]`, `[!tip]-`. */
const alert = /^\[![\w-]+\][+-]?/

/** `{:.note #id}` (kramdown), `{{< figure >}}`, `{{% note %}}` (Hugo), `{% include %}` (Liquid), `[[toc]]`, `[TOC]`. */
const wholeLine =
  /^(?:\{:[^{}]*\}|\{\{[<%].*[>%]\}\}|\{%.*%\}|\[\[(?:_TOC_|toc)\]\]|\[TOC\]|\$\{toc\})[ \t]*$/i
/** `: Une définition`, on a line that is not a block's first. */
const definition = /^:[ \t]+(?=\S)/

/** Whether a line is the first of a block, the first of one that begins a block quote, or a later one. */
type Place = 'first' | 'quote' | 'later'

/** A line of a block's inlines; line ends are between lines, not in them. */
interface Line {
  readonly items: readonly Inline[]
  /** The line end after it: none after the last. */
  readonly end: Inline | undefined
}

/**
 * Turns the lines of a block that are not prose into gaps: the markers of directives, admonitions, alerts and definitions,
 * with the text that a marker may carry left as text; lines that are for a site's generator; and images on lines of their
 * own, with their texts.
 *
 * @param isQuote whether the block begins a block quote, where alerts are
 */
export function liftMarkers(source: string, items: readonly Inline[], isQuote: boolean): readonly Inline[] {
  if (!mayHaveMarkers(source, items)) return items
  const result: Inline[] = []
  for (const [index, { items: line, end }] of linesOf(items).entries()) {
    const place = index > 0 ? 'later' : isQuote ? 'quote' : 'first'
    const lifted = liftedLine(source, line, place)
    result.push(...(lifted ?? line))
    if (end !== undefined) result.push(lifted === undefined ? end : gapOf([end]))
  }
  return result
}

function mayHaveMarkers(source: string, items: readonly Inline[]): boolean {
  let isLineStart = true
  for (const item of items) {
    if (item.type === 'code' && item.kind === 'image') return true
    if (isLineStart && /[:!?=[{$*]/.test(source.charAt(item.start))) return true
    isLineStart = item.type === 'fold'
  }
  return false
}

/** Lines are told apart by the line ends outside pairs of codes. */
function linesOf(items: readonly Inline[]): readonly Line[] {
  const lines: Line[] = []
  let line: Inline[] = []
  let depth = 0
  for (const item of items) {
    if (depth === 0 && (item.type === 'fold' || (item.type === 'code' && item.kind === 'break'))) {
      lines.push({ items: line, end: item })
      line = []
      continue
    }
    line.push(item)
    if (item.type === 'code' && item.form !== 'standalone') depth += item.form === 'open' ? 1 : -1
  }
  lines.push({ items: line, end: undefined })
  return lines
}

/** The line with its markers as gaps; undefined when it is prose. */
function liftedLine(source: string, line: readonly Inline[], place: Place): readonly Inline[] | undefined {
  const first = line[0]
  const last = line.at(-1)
  if (first === undefined || last === undefined) return undefined
  if (isImages(line)) return [gapOf(line)]
  const written = source.slice(first.start, last.end)
  const prose = proseOf(written, place)
  if (prose === undefined) return undefined
  const [from, to] = prose
  const title = sliceInlines(line, first.start + from, first.start + to)
  if (title === undefined) return [gapOf(line)]
  const before = gap(first.start, first.start + from, [])
  return [before, ...title, gap(first.start + to, last.end, [])].filter(item => item.end > item.start)
}

/** Images, linked or in an element that sizes them, and nothing to read beside them. */
function isImages(line: readonly Inline[]): boolean {
  let hasImage = false
  for (const item of line) {
    if (item.type === 'text' && /\p{L}/u.test(item.value)) return false
    hasImage ||= item.type === 'code' && item.kind === 'image'
  }
  return hasImage
}

/** The span of a marker line that is prose, relative to the line. */
function proseOf(line: string, place: Place): readonly [number, number] | undefined {
  if (wholeLine.test(line)) return [line.length, line.length]
  const own = place === 'quote' ? alert : place === 'later' ? definition : undefined
  const found = (directive.exec(line) ?? abbreviation.exec(line) ?? own?.exec(line))?.[0]
  if (found !== undefined) {
    const open = found.indexOf('[')
    if (found.startsWith('::') && open !== -1) return [open + 1, found.lastIndexOf(']')]
    return [found.length, line.length]
  }
  const marker = admonition.exec(line)?.[0]
  if (marker === undefined) return undefined
  const close = line.lastIndexOf('"')
  return close > marker.length ? [marker.length + 1, close] : [line.length, line.length]
}

function gap(start: number, end: number, holes: readonly InlineHole[]): InlineGap {
  return { type: 'gap', start, end, holes }
}

function gapOf(items: readonly Inline[]): InlineGap {
  const first = items[0] as Inline
  const last = items.at(-1) as Inline
  return gap(
    first.start,
    last.end,
    items.flatMap(item => (item.type === 'text' || item.type === 'fold' ? [] : item.holes)),
  )
}
