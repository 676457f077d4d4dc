import type { Event, Token, TokenizeContext } from 'micromark-util-types'
import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic, Place, Role } from '../model.ts'
import { complexityOf, maxComplexity } from '../syntax/inlines/complexity-of.ts'
import { htmlInlines } from '../syntax/inlines/html-inlines.ts'
import type { Inline } from '../syntax/inlines/inline.ts'
import { pairTags } from '../syntax/inlines/pair-tags.ts'
import { protectText } from '../syntax/inlines/protect-text.ts'
import { titleHole } from '../syntax/inlines/read-inlines.ts'
import type { TagOptions } from '../syntax/inlines/tag-code.ts'
import { readValues } from '../syntax/yaml/read-values.ts'
import type { Block, PlacedUnit, PlacedVerbatim, Surroundings } from './block.ts'
import type { ExtractOptions } from './extract-options.ts'
import { htmlRuns } from './html-runs.ts'
import { lastOf, leafInlines } from './leaf-inlines.ts'
import { liftDisplayMath } from './lift-display-math.ts'
import { liftMarkers } from './lift-markers.ts'
import type { LineMap } from './line-map.ts'
import { listExplains } from './list-explains.ts'
import { unitsOf } from './units-of.ts'
import { valueParts } from './value-parts.ts'
import { createVerbatimScope, type VerbatimScope } from './verbatim-scope.ts'

export interface Walked {
  readonly units: readonly (PlacedUnit | PlacedVerbatim)[]
  readonly title: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Containers nested deeper than in any page written for people. */
const maxContainers = 100

const containers: ReadonlySet<string> = new Set([
  'blockQuote',
  'gfmFootnoteDefinition',
  'listOrdered',
  'listUnordered',
])

interface Walk {
  readonly body: string
  readonly events: readonly Event[]
  readonly map: LineMap
  readonly options: ExtractOptions
  readonly tags: TagOptions
  readonly units: (PlacedUnit | PlacedVerbatim)[]
  readonly diagnostics: Diagnostic[]
  readonly scope: VerbatimScope
  /** Types of the open containers, outermost first. */
  readonly containers: string[]
  /** Parallel to `containers`: whether it is a list that explains terms. */
  readonly explains: boolean[]
  /** The headings above, and their texts. */
  headings: {
    readonly open: readonly { readonly depth: number; readonly text: string }[]
    readonly all: readonly string[]
  }
  readonly hasMath: boolean
  title: string | undefined
  /** What kind of block the next text belongs to. */
  block: {
    readonly role?: Role
    readonly depth?: number
    readonly isCell?: boolean
    readonly isSetext?: boolean
  }
  /** Whether a block quote has just begun. */
  isQuoteStart: boolean
  /** Where the display math that is open ends. */
  mathEnd: number
  complexity: number
  tooDeepAt: number | undefined
}

type Visit = (walk: Walk, token: Token, at: number, context: TokenizeContext) => void

const visits: Readonly<Record<string, Visit>> = {
  atxHeading: (walk, _token, at) => beginHeading(walk, at, 'atxHeadingSequence'),
  definition: visitDefinition,
  htmlFlow: visitHtml,
  mdxJsxFlowTag: visitHtml,
  paragraph: walk => {
    walk.block = {}
  },
  setextHeading: (walk, _token, at) => beginHeading(walk, at, 'setextHeadingLineSequence'),
  tableData: walk => {
    walk.block = { role: 'cell', isCell: true }
  },
  tableHeader: walk => {
    walk.block = { role: 'cell' }
  },
  yaml: visitFrontMatter,
}

/**
 * The units of a page, in order.
 *
 * @returns the offset of what nests too deeply, if anything does
 */
export function walkBlocks(
  body: string,
  events: readonly Event[],
  map: LineMap,
  options: ExtractOptions,
): Walked | { readonly tooDeepAt: number } {
  const walk: Walk = {
    body,
    events,
    map,
    options,
    tags: { attributes: options.attributes.map(name => name.toLowerCase()), jsx: options.format === 'mdx' },
    units: [],
    diagnostics: [],
    scope: createVerbatimScope(body),
    containers: [],
    explains: [],
    headings: { open: [], all: [] },
    hasMath: body.includes('$$'),
    title: undefined,
    block: {},
    isQuoteStart: false,
    mathEnd: 0,
    complexity: 0,
    tooDeepAt: undefined,
  }
  for (let at = 0; at < events.length; at++) {
    const [move, token, context] = events[at] as Event
    if (containers.has(token.type)) moveContainer(walk, move, token)
    else if (move === 'enter') visit(walk, token, at, context)
    if (walk.tooDeepAt !== undefined) return { tooDeepAt: walk.tooDeepAt }
  }
  return { units: walk.units, title: walk.title ?? '', diagnostics: walk.diagnostics }
}

function moveContainer(walk: Walk, move: Event[0], token: Token): void {
  if (move === 'exit') {
    walk.containers.pop()
    walk.explains.pop()
    return
  }
  walk.containers.push(token.type)
  walk.explains.push(isList(token) && listExplains(walk.body, token.start.offset, token.end.offset))
  walk.isQuoteStart = token.type === 'blockQuote'
  if (walk.containers.length > maxContainers) walk.tooDeepAt = token.start.offset
}

function isList({ type }: Token): boolean {
  return type === 'listOrdered' || type === 'listUnordered'
}

function visit(walk: Walk, token: Token, at: number, context: TokenizeContext): void {
  if (token.contentType !== 'text') visits[token.type]?.(walk, token, at, context)
  else if (token.previous === undefined) visitText(walk, token, context)
}

function beginHeading(walk: Walk, at: number, sequence: string): void {
  let next = at + 1
  while (walk.events[next]?.[1].type !== sequence && next < walk.events.length) next++
  const token = walk.events[next]?.[1]
  const isSetext = sequence === 'setextHeadingLineSequence'
  const length = token === undefined ? 1 : token.end.offset - token.start.offset
  const isFirst = token !== undefined && walk.body.charAt(token.start.offset) === '='
  walk.block = { role: 'heading', depth: isSetext ? (isFirst ? 1 : 2) : length, isSetext }
}

function visitText(walk: Walk, head: Token, context: TokenizeContext): void {
  const { body, tags } = walk
  const start = head.start.offset
  const end = lastOf(head).end.offset
  walk.complexity += complexityOf(body.slice(start, end))
  if (walk.complexity > maxComplexity) walk.tooDeepAt = start
  if (walk.tooDeepAt !== undefined) return
  const { block } = walk
  const isQuoteStart = walk.isQuoteStart
  walk.isQuoteStart = false
  if (walk.scope.resume(start, end) !== start || start < walk.mathEnd) return
  const inlines = leafInlines(body, head, context, tags)
  const items = pairTags(protectText(body, inlines, tags))
  const role = block.role ?? roleIn(walk.containers)
  const headings = block.depth === undefined ? walk.headings.all : addHeading(walk, block.depth, items)
  addUnits(walk, {
    items: block.role === undefined ? proseOf(walk, items, isQuoteStart) : withoutId(items),
    role,
    syntax: walk.options.format === 'mdx' ? 'mdx' : 'markdown',
    place: placeOf(walk, start),
    wholeMayBeLabel: role === 'listItem' || block.isCell === true,
    isInExplanations: walk.explains.at(-1) === true,
    headings,
  })
}

/** A paragraph's inlines with all that is no prose as gaps. */
function proseOf(walk: Walk, items: readonly Inline[], isQuoteStart: boolean): readonly Inline[] {
  const lifted = liftMarkers(walk.body, items, isQuoteStart)
  if (!walk.hasMath) return lifted
  const { items: prose, mathEnd } = liftDisplayMath(walk.body, lifted)
  walk.mathEnd = Math.max(walk.mathEnd, mathEnd)
  return prose
}

function visitHtml(walk: Walk, token: Token): void {
  const { body, scope, tags } = walk
  const end = token.end.offset
  const start = scope.resume(token.start.offset, end)
  if (start === undefined || token.start.offset < walk.mathEnd) return
  const items = pairTags(htmlInlines(body, start, end, tags))
  const open = items.findIndex(
    item => item.type === 'code' && item.verbatim === true && scope.open(item.tag ?? '', end),
  )
  const translated = open === -1 ? items : items.slice(0, open + 1)
  addUnits(walk, {
    items: htmlRuns(protectText(body, translated, tags)),
    role: 'html',
    syntax: 'html',
    place: { type: 'html', jsx: tags.jsx },
    wholeMayBeLabel: false,
    headings: walk.headings.all,
  })
}

/** A definition's title; `[comment]: # "…"` is a comment. */
function visitDefinition(walk: Walk, token: Token, at: number): void {
  const { body, events } = walk
  let end = at + 1
  while (events[end]?.[1] !== token) end++
  const inside = events.slice(at + 1, end)
  const destination = inside.find(([, { type }]) => type === 'definitionDestinationString')?.[1]
  const title = titleHole(body, inside)
  if (title === undefined || destination === undefined) return
  if (body.slice(destination.start.offset, destination.end.offset) === '#') return
  const { items, role, syntax, place } = title
  addUnits(walk, { items, role, syntax, place, wholeMayBeLabel: false, headings: walk.headings.all })
}

function visitFrontMatter(walk: Walk, token: Token): void {
  const { body, map, options } = walk
  const fence = body.lastIndexOf('---', token.end.offset)
  const offset = body.search(/[\r\n]/) + map.eol.length
  const raw = body.slice(offset, fence)
  const { values, diagnostics } = readValues(raw, {
    file: options.file,
    format: options.format,
    rules: options.values,
    line: 2,
    offset,
  })
  walk.diagnostics.push(...diagnostics)
  const surroundings: Surroundings = { locale: options.locale, positionOf: map.positionOf, headings: [] }
  const title = values.findLast(({ path }) => path === 'title')
  if (title !== undefined) walk.title = title.value.trim()
  for (const part of valueParts(body, values, surroundings)) walk.units.push(part)
}

type NewBlock = Omit<Block, 'source'> & { readonly headings: readonly string[] }

function addUnits(walk: Walk, { headings, ...block }: NewBlock): void {
  report(walk, block.items)
  const { positionOf } = walk.map
  const surroundings: Surroundings = { locale: walk.options.locale, positionOf, headings }
  for (const unit of unitsOf({ ...block, source: walk.body }, surroundings)) walk.units.push(unit)
}

/** Reports the references whose text is not translated because it is their identifier. */
function report(walk: Walk, items: readonly Inline[]): void {
  for (const item of items) {
    if (item.type !== 'code' || item.kind !== 'reference') continue
    const { line, column } = walk.map.positionOf(item.start)
    walk.diagnostics.push({
      code: 'reference-text-kept',
      severity: diagnosticCodes['reference-text-kept'],
      message: `“${walk.body.slice(item.start, item.end)}” stays as it is: its text is also its identifier. Write \`[text][identifier]\` to have the text translated.`,
      file: walk.options.file,
      line,
      column,
    })
  }
}

function roleIn(open: readonly string[]): Role {
  const type = open.findLast(container => container !== 'blockQuote')
  if (type === undefined) return 'paragraph'
  return type === 'gfmFootnoteDefinition' ? 'footnote' : 'listItem'
}

function placeOf(walk: Walk, start: number): Place {
  const { block, map } = walk
  if (block.role === 'cell') return { type: 'cell' }
  const { column } = map.positionOf(start)
  const prefix = walk.body.slice(start - column + 1, start).replace(/[^>\t]/g, ' ')
  return block.depth === undefined
    ? { type: 'flow', prefix, eol: map.eol }
    : { type: 'heading', style: block.isSetext ? 'setext' : 'atx', prefix, eol: map.eol }
}

/** Enters a heading; gives the texts of the headings above it. */
function addHeading(walk: Walk, depth: number, items: readonly Inline[]): readonly string[] {
  const text = items
    .map(item => (item.type === 'text' ? item.value : item.type === 'fold' ? ' ' : ''))
    .join('')
    .trim()
  const above = walk.headings.open.filter(heading => heading.depth < depth)
  const open = [...above, { depth, text }]
  walk.headings = { open, all: open.map(heading => heading.text) }
  walk.title ??= text
  return above.map(heading => heading.text)
}

/** A heading's inlines with the `{#id}` at its end as a gap. */
function withoutId(items: readonly Inline[]): readonly Inline[] {
  const at = items.findLastIndex(item => item.type !== 'text' || item.value.trim() !== '')
  const last = items[at]
  return last?.type === 'code' && last.kind === 'attributes'
    ? items.with(at, { type: 'gap', start: last.start, end: last.end, holes: [] })
    : items
}
