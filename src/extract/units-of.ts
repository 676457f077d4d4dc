import type { Gap, Pattern, Segment } from '../model.ts'
import { fragmentOf } from '../syntax/fragments/fragment-of.ts'
import { parseFragment } from '../syntax/fragments/parse-fragment.ts'
import { patternOf } from '../syntax/fragments/pattern-of.ts'
import type { Inline, InlineHole } from '../syntax/inlines/inline.ts'
import { protectText } from '../syntax/inlines/protect-text.ts'
import { segmentKey } from '../syntax/segment-key.ts'
import type { Block, PlacedUnit, Surroundings } from './block.ts'
import { sentencesOf } from './sentences-of.ts'

/** A piece of a block; a gap keeps the texts inside its markup. */
type Piece =
  | { readonly type: 'segment'; readonly start: number; readonly end: number; readonly segment: Segment }
  | {
      readonly type: 'gap'
      readonly start: number
      readonly end: number
      readonly holes: readonly InlineHole[]
    }

const letter = /\p{L}/u

/** Elements of HTML that end a line of text. */
const lineBreak = /^br$/i

/** All that may go with a sentence that is left empty: white space, line breaks, container prefixes. */
const separator = /^(?:[\s>\\]|<br\b[^>]*>)*$/i

const noLabels: ReadonlySet<string> = new Set()

/**
 * The units of a block in order: its sentences, in one unit unless more than white space and line breaks stands between
 * them, and the units of the texts inside that. What has no letter outside codes is no segment.
 */
export function unitsOf(block: Block, surroundings: Surroundings): readonly PlacedUnit[] {
  const units: PlacedUnit[] = []
  let group: Piece[] = []
  const flush = (): void => {
    while (group.at(-1)?.type === 'gap') group.pop()
    if (group.length > 0) units.push(unitOf(group, block, surroundings))
    group = []
  }
  for (const piece of piecesOf(block, surroundings)) {
    if (piece.type === 'segment') {
      group.push(piece)
      continue
    }
    if (separator.test(block.source.slice(piece.start, piece.end))) {
      if (group.length > 0) group.push(piece)
      continue
    }
    flush()
    units.push(...piece.holes.flatMap(hole => unitsInHole(hole, block, surroundings)))
  }
  flush()
  return units
}

/** All pieces of a block; joining their source gives the block's back. */
export function piecesOf(block: Block, surroundings: Surroundings): readonly Piece[] {
  const pieces: Piece[] = []
  const items = block.syntax === 'text' ? protectText(block.source, block.items, undefined) : block.items
  for (const run of runsOf(items)) {
    const [first] = run
    if (first?.type === 'gap' || (first !== undefined && endsLine(first))) {
      addGap(pieces, run)
      continue
    }
    for (const sentence of sentencesOf(run, surroundings.locale))
      addSentence(pieces, sentence, block, surroundings)
  }
  return pieces
}

/** The stretches of a block that sentences are looked for in, and what stands between them. */
function runsOf(items: readonly Inline[]): readonly (readonly Inline[])[] {
  const runs: Inline[][] = []
  let depth = 0
  let isOpen = false
  for (const item of items) {
    if (depth === 0 && (item.type === 'gap' || endsLine(item))) {
      runs.push([item])
      isOpen = false
      continue
    }
    if (isOpen) runs.at(-1)?.push(item)
    else runs.push([item])
    isOpen = true
    if (item.type === 'code' && item.form !== 'standalone') depth += item.form === 'open' ? 1 : -1
  }
  return runs
}

/** A hard line break, be it `<br>`. */
function endsLine(item: Inline): boolean {
  return (
    item.type === 'code' &&
    item.form === 'standalone' &&
    (item.kind === 'break' || (item.tag !== undefined && lineBreak.test(item.tag)))
  )
}

function addGap(pieces: Piece[], items: readonly Inline[]): void {
  const first = items[0]
  const last = items.at(-1)
  if (first === undefined || last === undefined) return
  const holes = items.flatMap(item => (item.type === 'code' || item.type === 'gap' ? item.holes : []))
  const before = pieces.at(-1)
  if (before?.type !== 'gap') pieces.push({ type: 'gap', start: first.start, end: last.end, holes })
  else pieces.splice(-1, 1, { ...before, end: last.end, holes: [...before.holes, ...holes] })
}

/** Adds a sentence without the white space and the comments around it. */
function addSentence(
  pieces: Piece[],
  sentence: readonly Inline[],
  block: Block,
  surroundings: Surroundings,
): void {
  const { before, items, after } = trimmed(sentence)
  addGap(pieces, before)
  const first = items[0]
  const last = items.at(-1)
  if (first !== undefined && last !== undefined) {
    const pattern = patternOf(block.source, items, {
      unitsOf: hole => unitsInHole(hole, block, surroundings),
      labels: noLabels,
      wholeMayBeLabel: block.wholeMayBeLabel && isWhole(items, block.items),
      isInExplanations: block.isInExplanations === true,
    })
    const { start } = first
    const { end } = last
    const isSegment = pattern.some(isProse) && readsAlone(block, start, end, pattern)
    if (isSegment) {
      pieces.push({ type: 'segment', start, end, segment: segmentOf(items, pattern, block, surroundings) })
    } else addGap(pieces, items)
  }
  addGap(pieces, after)
}

/** What, at the edge of a text, depends on what is beside it. */
const delimiterAtEdge = /^[*_~]|[*_~]$/
const delimiter = /[*_~]/

/**
 * Whether a sentence means the same without its surroundings. That is in doubt where emphasis begins or ends right
 * beside other markup, and where a delimiter is text: there, CommonMark may pair delimiters in another way (6.2, rules
 * 9 and 10).
 */
function readsAlone({ source, syntax }: Block, start: number, end: number, pattern: Pattern): boolean {
  const raw = source.slice(start, end)
  if (!delimiter.test(raw)) return true
  const isStray = pattern.some(item => typeof item === 'string' && delimiter.test(item))
  if (!isStray && !delimiterAtEdge.test(raw)) return true
  if (!isStray && !/\S/.test(source.charAt(start - 1)) && !/\S/.test(source.charAt(end))) return true
  const alone = parseFragment(raw, syntax, { source: pattern })
  return alone.length === pattern.length && alone.every((item, at) => isAlike(item, pattern[at]))
}

function isAlike(item: Pattern[number], other: Pattern[number] | undefined): boolean {
  if (typeof item === 'string' || typeof other === 'string' || other === undefined) return item === other
  return item.form === other.form && item.kind === other.kind && item.id === other.id
}

function isProse(item: Pattern[number]): boolean {
  return typeof item === 'string' && letter.test(item)
}

/** Whether a sentence is all of its block but for white space. */
function isWhole(sentence: readonly Inline[], items: readonly Inline[]): boolean {
  const margin = items.length - sentence.length
  return margin <= 4 && trimmed(items).items.length === sentence.length
}

function trimmed(sentence: readonly Inline[]): {
  readonly before: readonly Inline[]
  readonly items: readonly Inline[]
  readonly after: readonly Inline[]
} {
  let from = 0
  let to = sentence.length
  while (from < to && isEdge(sentence[from] as Inline, sentence[from + 1], /^\s/)) from++
  while (to > from && isEdge(sentence[to - 1] as Inline, sentence[to - 2], /\s$/)) to--
  const before = sentence.slice(0, from)
  const after = sentence.slice(to)
  const items = sentence.slice(from, to)
  const [first] = items
  if (first?.type === 'text' && /^\s/.test(first.value)) {
    const width = first.value.length - first.value.trimStart().length
    before.push({ ...first, end: first.start + width, value: first.value.slice(0, width) })
    items[0] = { ...first, start: first.start + width, value: first.value.slice(width) }
  }
  const last = items.at(-1)
  if (last?.type === 'text' && /\s$/.test(last.value)) {
    const width = last.value.trimEnd().length
    after.unshift({ ...last, start: last.start + width, value: last.value.slice(width) })
    items[items.length - 1] = { ...last, end: last.start + width, value: last.value.slice(0, width) }
  }
  return { before, items, after }
}

/**
 * White space, and comments that white space keeps apart from the sentence (what touches emphasis decides whether it is
 * emphasis): neither belongs to a sentence at whose end it stands.
 */
function isEdge(item: Inline, inner: Inline | undefined, space: RegExp): boolean {
  switch (item.type) {
    case 'text':
      return item.value.trim() === ''
    case 'fold':
    case 'gap':
      return true
    case 'code':
      if (item.kind === 'break') return true
      return item.tag === '!--' && (inner?.type !== 'text' ? inner?.type !== 'code' : space.test(inner.value))
  }
}

function segmentOf(
  items: readonly Inline[],
  pattern: Pattern,
  block: Block,
  surroundings: Surroundings,
): Segment {
  const { source, syntax, role } = block
  const start = items[0]?.start ?? 0
  const fragment = fragmentOf(source, items, syntax)
  return {
    type: 'segment',
    key: segmentKey(role, fragment),
    fragment,
    pattern,
    raw: source.slice(start, items.at(-1)?.end),
    position: surroundings.positionOf(start),
  }
}

function unitOf(pieces: readonly Piece[], block: Block, surroundings: Surroundings): PlacedUnit {
  const start = pieces[0]?.start ?? 0
  const end = pieces.at(-1)?.end ?? start
  const { source, role, syntax, place } = block
  const unit = {
    type: 'unit',
    role,
    syntax,
    place,
    raw: source.slice(start, end),
    pieces: pieces.map(piece => (piece.type === 'segment' ? piece.segment : gapOf(source, piece))),
    position: surroundings.positionOf(start),
    headings: surroundings.headings,
  } as const
  return { start, end, unit }
}

function gapOf(source: string, { start, end }: Piece): Gap {
  return { type: 'gap', raw: source.slice(start, end) }
}

/** Holes are in markup, and markup nests no deeper than its page may. */
function unitsInHole(hole: InlineHole, block: Block, surroundings: Surroundings): readonly PlacedUnit[] {
  const { items, role, syntax, place } = hole
  return unitsOf({ source: block.source, items, role, syntax, place, wholeMayBeLabel: false }, surroundings)
}
