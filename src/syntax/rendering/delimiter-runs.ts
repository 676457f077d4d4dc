import type { Code, Pattern } from '../../model.ts'
import { classifyEdge, type EdgeClass } from './classify-edge.ts'
import { isEmphasis } from './is-emphasis.ts'

/** The delimiters of one code: as many markers in a row as its literal has. */
interface Delimiters {
  readonly count: number
  /** The same number for the two ends of one pair. */
  readonly pair: number
  readonly side: 'open' | 'close'
}

/** A run of one marker, as a parser sees it: the delimiters of several codes when nothing stands between them. */
export interface DelimiterRun {
  readonly marker: string
  readonly parts: readonly Delimiters[]
  readonly canOpen: boolean
  readonly canClose: boolean
  readonly before: EdgeClass
  readonly after: EdgeClass
  /** Index in the pattern of the text that stands right before or after the run, if any does. */
  readonly textBefore?: number
  readonly textAfter?: number
}

/** The brackets of a link: delimiters pair up inside them or outside them, never across. */
export type ScopeEdge = 'enter' | 'leave'

/** What is next to a run: its nearest character, and the text it belongs to, if to a text. */
interface Edge {
  readonly character: string
  readonly class: EdgeClass
  readonly text?: number
}

interface OpenRun {
  readonly marker: string
  readonly parts: Delimiters[]
  readonly before: Edge
}

/** How a pattern is going to be written, as far as delimiters are concerned. */
export interface DelimiterChoice {
  /** The literal of every code, by its index in the pattern. */
  readonly literals: ReadonlyMap<number, string>
  /** Texts whose first or last character is written as a character reference, and so counts as punctuation. */
  readonly encodedFirst: ReadonlySet<number>
  readonly encodedLast: ReadonlySet<number>
}

const start: Edge = { character: '', class: 'space' }

/**
 * The runs of delimiters of a pattern, in order, with the borders of links among them.
 *
 * @param isSpelled whether a character at a text's edge has a spelling of its own, which counts as punctuation
 */
export function delimiterRuns(
  pattern: Pattern,
  choice: DelimiterChoice,
  isSpelled: (text: string, side: 'first' | 'last') => boolean,
): readonly (DelimiterRun | ScopeEdge)[] {
  const runs: (DelimiterRun | ScopeEdge)[] = []
  let open: OpenRun | undefined
  let last = start

  const endRun = (after: Edge): void => {
    if (open !== undefined) runs.push(finished(open, after))
    open = undefined
  }
  const pass = (first: Edge, end: Edge): void => {
    endRun(first)
    last = end
  }
  const delimit = (marker: string, part: Delimiters): void => {
    const edge: Edge = { character: marker, class: 'mark' }
    if (open !== undefined && open.marker !== marker) endRun(edge)
    open ??= { marker, parts: [], before: last }
    open.parts.push(part)
    last = edge
  }

  for (const [index, item] of pattern.entries()) {
    if (typeof item === 'string') {
      pass(
        edgeOf(item, 'first', choice.encodedFirst.has(index) || isSpelled(item, 'first'), index),
        edgeOf(item, 'last', choice.encodedLast.has(index) || isSpelled(item, 'last'), index),
      )
      continue
    }
    const literal = choice.literals.get(index) ?? item.literal
    if (isEmphasis(item)) {
      const side = item.form === 'open' ? 'open' : 'close'
      delimit(literal.charAt(0), { count: literal.length, pair: item.id, side })
      continue
    }
    if (item.kind === 'link' && item.form === 'close') runs.push(...closeScope())
    passCode(item, literal, index)
    if (item.kind === 'link' && item.form === 'open') runs.push('enter')
  }
  endRun(start)
  return runs

  function closeScope(): readonly ScopeEdge[] {
    endRun({ character: ']', class: 'mark' })
    return ['leave']
  }

  /** A label, `**Valider**`, brings delimiters of its own, which may run together with others. */
  function passCode(item: Code, literal: string, index: number): void {
    const markers = item.form === 'standalone' ? outerMarkers(literal) : 0
    const inner = literal.slice(markers, literal.length - markers)
    const marker = literal.charAt(0)
    if (markers > 0) delimit(marker, { count: markers, pair: -index - 1, side: 'open' })
    pass(edgeOf(inner, 'first', false), edgeOf(inner, 'last', false))
    if (markers > 0) delimit(marker, { count: markers, pair: -index - 1, side: 'close' })
  }
}

/** How many markers of emphasis a literal both begins and ends with. */
function outerMarkers(literal: string): number {
  const marker = literal.charAt(0)
  if (marker !== '*' && marker !== '_' && marker !== '~') return 0
  let count = 0
  while (literal.charAt(count) === marker && literal.charAt(literal.length - 1 - count) === marker) count++
  return count * 2 < literal.length ? count : 0
}

function edgeOf(text: string, side: 'first' | 'last', isMark: boolean, index?: number): Edge {
  const character = side === 'first' ? text.charAt(0) : text.charAt(text.length - 1)
  const edge = { character, class: isMark ? 'mark' : classifyEdge(character) } as const
  return index === undefined ? edge : { ...edge, text: index }
}

/** CommonMark 6.2 as micromark reads it, with its extra leave for `*` and `_` beside GFM's `~`; in text that comes after them, `~` is escaped. */
function finished(run: OpenRun, after: Edge): DelimiterRun {
  const { before, marker } = run
  const isTilde = (edge: Edge): boolean => marker !== '~' && edge.character === '~'
  const opens =
    after.class === 'letter' ||
    (after.class === 'mark' && before.class !== 'letter') ||
    (isTilde(after) && after.text === undefined)
  const closes =
    before.class === 'letter' || (before.class === 'mark' && after.class !== 'letter') || isTilde(before)
  return {
    marker,
    parts: run.parts,
    canOpen: opens && (marker !== '_' || before.class !== 'letter' || !closes),
    canClose: closes && (marker !== '_' || after.class !== 'letter' || !opens),
    before: before.class,
    after: after.class,
    ...(before.text === undefined ? {} : { textBefore: before.text }),
    ...(after.text === undefined ? {} : { textAfter: after.text }),
  }
}
