import { preprocess } from 'micromark'
import { subtokenize } from 'micromark-util-subtokenize'
import type { Event, ParseContext } from 'micromark-util-types'
import { createPlainReader, type PlainBlocks, type PlainReader } from './create-plain-reader.ts'
import type { LineMap } from './line-map.ts'

/** micromark's time for one document grows with the square of its length; pieces of this many characters are quick. */
const pieceLength = 16384

/** Before an unindented line that follows a blank one, and before an unindented bullet: neither continues what is above. */
const seam = /\n(?:[ \t]*\r?\n(?=\S)|(?=[-*+][ \t]+[^\s*+-]))/g

/** A blank line before an unindented one. */
const blankSeam = /\n[ \t]*\r?\n(?=\S)/g

const endsBlank = /\n[ \t]*\r?\n$/

/** The beginning of HTML that blank lines don't end. */
const openHtml = /^ {0,3}<(?:script|pre|style|textarea|[!?])/i

/**
 * The blocks of a page as micromark's events. Texts (`contentType: 'text'`) are left untokenized: first all definitions
 * have to be known, and much text needs no parser at all.
 *
 * What is plain is read without the parser, the rest in pieces. They are cut before lines above which nothing can be
 * open but a block of code or HTML; a piece that ends with one is read again with what follows. Lists that are cut are
 * none the worse for it: their items are what counts here.
 *
 * @param isSplittable false for MDX, whose expressions hold blank lines
 */
export function readBlocks(
  body: string,
  parser: ParseContext,
  map: LineMap,
  isSplittable: boolean,
): readonly Event[] {
  if (!isSplittable) return eventsOf(body, 0, body.length, parser, map)
  const readPlain = createPlainReader(body, parser, map)
  const pieces: (readonly Event[])[] = []
  for (let at = 0; at < body.length; ) {
    const { events, end } = readPlain(at) ?? parsePiece(body, at, readPlain, parser, map)
    pieces.push(events)
    at = end
  }
  return pieces.flat()
}

/** A piece from `start` to the next plain block, or longer if a block of code or HTML is open there. */
function parsePiece(
  body: string,
  start: number,
  readPlain: PlainReader,
  parser: ParseContext,
  map: LineMap,
): PlainBlocks {
  let length = pieceLength
  let end = plainAfter(body, start, readPlain)
  let events = eventsOf(body, start, end, parser, map)
  while (end < body.length && mayBeOpen(body, start, end, events)) {
    end = seamAfter(body, Math.max(end, start + length))
    events = eventsOf(body, start, end, parser, map)
    length *= 2
  }
  return { events, end }
}

/** The start of the next plain block after a blank line, within the length of a piece. */
function plainAfter(body: string, start: number, readPlain: PlainReader): number {
  blankSeam.lastIndex = start
  while (blankSeam.test(body) && blankSeam.lastIndex < start + pieceLength) {
    if (readPlain(blankSeam.lastIndex) !== undefined) return blankSeam.lastIndex
  }
  return seamAfter(body, start + pieceLength)
}

function seamAfter(body: string, offset: number): number {
  seam.lastIndex = offset
  return seam.test(body) ? seam.lastIndex : body.length
}

function eventsOf(
  body: string,
  start: number,
  end: number,
  parser: ParseContext,
  map: LineMap,
): readonly Event[] {
  const toChunks = preprocess()
  // What comes first has its byte-order mark dropped.
  toChunks('', undefined, false)
  const { line } = map.positionOf(start)
  const tokenizer = parser.document({ line, column: 1, offset: start })
  const events = tokenizer.write(toChunks(body.slice(start, end), undefined, true))
  subtokenize(events)
  return events
}

/** Whether the last block is one that may hold blank lines, and has not ended. */
function mayBeOpen(body: string, start: number, end: number, events: readonly Event[]): boolean {
  const last = events.findLast(
    ([, { type }]) => type !== 'lineEndingBlank' && type !== 'lineEnding' && type !== 'linePrefix',
  )?.[1]
  if (last?.type === 'codeFenced') {
    const fences = events.filter(
      ([move, { type, start }]) =>
        move === 'enter' && type === 'codeFencedFence' && start.offset >= last.start.offset,
    )
    return fences.length < 2
  }
  // After indented code micromark sees no list that starts with another number than 1.
  if (last?.type === 'codeIndented') return true
  if (last?.type !== 'htmlFlow') return false
  // CommonMark 4.6: of the seven kinds of HTML blocks, a blank line ends two.
  const { offset } = last.start
  return !endsBlank.test(body.slice(start, end)) || openHtml.test(body.slice(offset, offset + 20))
}
