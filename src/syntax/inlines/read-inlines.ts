import type { Event, Token } from 'micromark-util-types'
import type { CodeKind, Place } from '../../model.ts'
import { decodeReference } from './decode-reference.ts'
import { decodedText } from './decoded-text.ts'
import { findTags } from './find-tags.ts'
import type { Inline, InlineCode, InlineHole } from './inline.ts'
import { pairTags } from './pair-tags.ts'
import { protectText } from './protect-text.ts'
import { type TagOptions, tagCode } from './tag-code.ts'

/** A construct that surrounds text and is still open. */
interface Frame {
  readonly start: number
  readonly kind: 'emphasis' | 'strong' | 'delete' | 'link' | 'image'
  /** Where its content begins in `items`. */
  readonly at: number
  textStart: number
  textEnd: number
  title: InlineHole | undefined
  /** Its text is its identifier: `[foo]`, `[foo][]`. */
  isShortcut: boolean
}

interface Reader {
  readonly source: string
  readonly options: TagOptions
  readonly items: Inline[]
  readonly frames: Frame[]
  /** A line end that has been read, up to where is not known yet: container prefixes follow. */
  lineEnd: { readonly start: number; readonly isHard: boolean } | undefined
  pairs: number
}

type Handler = (reader: Reader, token: Token, inside: readonly Event[]) => void

/** Tokens that are taken as a whole. */
const whole: Readonly<Record<string, Handler>> = {
  autolink: (reader, token, inside) =>
    addStandalone(reader, token, inside.some(([, { type }]) => type === 'autolinkEmail') ? 'email' : 'url'),
  characterEscape: (reader, token) =>
    addText(reader, token, reader.source.slice(token.start.offset + 1, token.end.offset)),
  characterReference: (reader, token) =>
    addText(reader, token, decodeReference(reader.source.slice(token.start.offset, token.end.offset))),
  codeText: (reader, token) => addStandalone(reader, token, 'code'),
  data: (reader, token) => addText(reader, token, reader.source.slice(token.start.offset, token.end.offset)),
  gfmFootnoteCall: (reader, token) => addStandalone(reader, token, 'footnote'),
  htmlText: addTag,
  hardBreakEscape: (reader, token) => endLine(reader, token, true),
  hardBreakTrailing: (reader, token) => endLine(reader, token, true),
  lineEnding: (reader, token) => endLine(reader, token, false),
  lineSuffix: (reader, token) => endLine(reader, token, false),
  mdxJsxTextTag: addTag,
  mdxTextExpression: (reader, token) => addStandalone(reader, token, 'variable'),
  reference: (reader, _token, inside) => {
    const frame = reader.frames.at(-1)
    if (frame !== undefined) frame.isShortcut = !inside.some(([, { type }]) => type === 'referenceString')
  },
  resource: (reader, _token, inside) => {
    const frame = reader.frames.at(-1)
    if (frame === undefined) return
    frame.isShortcut = false
    frame.title = titleHole(reader.source, inside)
  },
  taskListCheck: addGap,
  whitespace: addGap,
}

const enters: Readonly<Record<string, Handler>> = {
  emphasis: (reader, token) => open(reader, token, 'emphasis'),
  strong: (reader, token) => open(reader, token, 'strong'),
  strikethrough: (reader, token) => open(reader, token, 'delete'),
  link: (reader, token) => open(reader, token, 'link'),
  image: (reader, token) => open(reader, token, 'image'),
  emphasisText: enterText,
  strongText: enterText,
  strikethroughText: enterText,
  labelText: enterText,
}

const exits: Readonly<Record<string, Handler>> = {
  emphasis: close,
  strong: close,
  strikethrough: close,
  link: closeLink,
  image: closeImage,
  emphasisText: exitText,
  strongText: exitText,
  strikethroughText: exitText,
  labelText: exitText,
}

/**
 * The inlines that micromark's events of one text stand for. Tags are not paired yet.
 *
 * @param source what the events' offsets refer to
 * @param end where the text ends
 */
export function readInlines(
  source: string,
  events: readonly Event[],
  end: number,
  options: TagOptions,
): Inline[] {
  const reader: Reader = { source, options, items: [], frames: [], lineEnd: undefined, pairs: 0 }
  for (let at = 0; at < events.length; at++) {
    const [move, token] = events[at] as Event
    const take = whole[token.type]
    if (take !== undefined) {
      const from = at + 1
      while (events[++at]?.[1] !== token);
      take(reader, token, at > from ? events.slice(from, at) : [])
    } else (move === 'enter' ? enters : exits)[token.type]?.(reader, token, [])
  }
  if (reader.lineEnd !== undefined) {
    const { start } = reader.lineEnd
    reader.items.push({ type: 'text', start, end, value: source.slice(start, end) })
  }
  return reader.items
}

function endLine(reader: Reader, token: Token, isHard: boolean): void {
  reader.lineEnd ??= { start: token.start.offset, isHard }
}

/** Settles a pending line end: it reaches to where the next inline starts. */
function settle(reader: Reader, end: number): void {
  if (reader.lineEnd === undefined) return
  const { start, isHard } = reader.lineEnd
  reader.lineEnd = undefined
  if (isHard)
    reader.items.push({ type: 'code', form: 'standalone', kind: 'break', start, end, pair: 0, holes: [] })
  else reader.items.push({ type: 'fold', start, end })
}

function addText(reader: Reader, token: Token, value: string): void {
  settle(reader, token.start.offset)
  reader.items.push({ type: 'text', start: token.start.offset, end: token.end.offset, value })
}

function addGap(reader: Reader, token: Token): void {
  settle(reader, token.start.offset)
  reader.items.push({ type: 'gap', start: token.start.offset, end: token.end.offset, holes: [] })
}

function addStandalone(reader: Reader, token: Token, kind: CodeKind): void {
  settle(reader, token.start.offset)
  reader.items.push(standalone(token.start.offset, token.end.offset, kind, []))
}

function standalone(start: number, end: number, kind: CodeKind, holes: readonly InlineHole[]): InlineCode {
  return { type: 'code', form: 'standalone', kind, start, end, pair: 0, holes }
}

function addTag(reader: Reader, token: Token): void {
  const start = token.start.offset
  settle(reader, start)
  const [tag] = findTags(reader.source.slice(start, token.end.offset))
  if (tag === undefined || start + tag.end !== token.end.offset) addStandalone(reader, token, 'tag')
  else reader.items.push(tagCode(reader.source, tag, start, reader.options))
}

function open(reader: Reader, token: Token, kind: Frame['kind']): void {
  const start = token.start.offset
  settle(reader, start)
  reader.frames.push({
    start,
    kind,
    at: reader.items.length,
    textStart: -1,
    textEnd: -1,
    title: undefined,
    isShortcut: true,
  })
  if (kind !== 'image') reader.items.push(standalone(start, start, kind, []))
}

function enterText(reader: Reader, token: Token): void {
  const frame = reader.frames.at(-1)
  if (frame !== undefined) frame.textStart = token.start.offset
}

function exitText(reader: Reader, token: Token): void {
  settle(reader, token.end.offset)
  const frame = reader.frames.at(-1)
  if (frame !== undefined) frame.textEnd = token.end.offset
}

function close(reader: Reader, token: Token): void {
  const frame = reader.frames.pop()
  if (frame !== undefined) surround(reader, frame, token.end.offset, [])
}

/** Puts the frame's two codes around what has been read since it was opened. */
function surround(reader: Reader, frame: Frame, end: number, holes: readonly InlineHole[]): void {
  const pair = ++reader.pairs
  const { kind, start, textStart, textEnd } = frame
  reader.items[frame.at] = { type: 'code', form: 'open', kind, start, end: textStart, pair, holes: [] }
  reader.items.push({ type: 'code', form: 'close', kind, start: textEnd, end, pair, holes })
}

function closeLink(reader: Reader, token: Token): void {
  const frame = reader.frames.pop()
  if (frame === undefined) return
  const end = token.end.offset
  const holes = frame.title === undefined ? [] : [frame.title]
  if (!frame.isShortcut && frame.textStart >= 0) {
    surround(reader, frame, end, holes)
    return
  }
  reader.items.length = frame.at
  reader.items.push(standalone(frame.start, end, frame.isShortcut ? 'reference' : 'link', holes))
}

function closeImage(reader: Reader, token: Token): void {
  const frame = reader.frames.pop()
  if (frame === undefined) return
  const items = pairTags(protectText(reader.source, reader.items.splice(frame.at), reader.options))
  const holes: InlineHole[] = []
  if (!frame.isShortcut && frame.textStart >= 0) {
    const { textStart: start, textEnd: end } = frame
    holes.push({ role: 'alt', syntax: 'markdown', place: { type: 'alt' }, start, end, items })
  }
  if (frame.title !== undefined) holes.push(frame.title)
  const kind = frame.isShortcut ? 'reference' : 'image'
  reader.items.push(standalone(frame.start, token.end.offset, kind, holes))
}

/** The title in the events of a link's resource or of a definition. */
export function titleHole(source: string, events: readonly Event[]): InlineHole | undefined {
  const found = events.find(
    ([move, { type }]) =>
      move === 'enter' && (type === 'resourceTitleString' || type === 'definitionTitleString'),
  )
  if (found === undefined) return undefined
  const start = found[1].start.offset
  const end = found[1].end.offset
  const quote = source.charAt(start - 1) as Extract<Place, { type: 'title' }>['quote']
  const items = decodedText(source, start, end, { escapes: true })
  return { role: 'title', syntax: 'text', place: { type: 'title', quote }, start, end, items }
}
