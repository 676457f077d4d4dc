import { preprocess } from 'micromark'
import { subtokenize } from 'micromark-util-subtokenize'
import type { Event, ParseContext } from 'micromark-util-types'
import type { LineMap } from './line-map.ts'

/** micromark's time for one document grows with the square of its length; pieces of this many characters are quick. */
const pieceLength = 16384

/** Before an unindented line that follows a blank one, and before an unindented bullet: neither continues what is above. */
const seam = /\n(?:[ \t]*\r?\n(?=\S)|(?=[-*+][ \t]+[^\s*+-]))/g

/**
 * The blocks of a page as micromark's events. Texts (`contentType: 'text'`) are left untokenized: first all definitions
 * have to be known, and much text needs no parser at all.
 *
 * A long page is read in pieces. They are cut before lines above which nothing can be open but a block of code or HTML;
 * a piece that ends with one is read again with what follows. Lists that are cut are none the worse for it: their items
 * are what counts here.
 *
 * @param isSplittable false for MDX, whose expressions hold blank lines
 */
export function readBlocks(
  body: string,
  parser: ParseContext,
  map: LineMap,
  isSplittable: boolean,
): readonly Event[] {
  if (!isSplittable || body.length <= 2 * pieceLength) return eventsOf(body, 0, body.length, parser, map)
  const pieces: (readonly Event[])[] = []
  let start = 0
  while (start < body.length) {
    let length = pieceLength
    let end = seamAfter(body, start + length)
    let events = eventsOf(body, start, end, parser, map)
    while (end < body.length && mayBeOpen(events)) {
      length *= 2
      end = seamAfter(body, start + length)
      events = eventsOf(body, start, end, parser, map)
    }
    pieces.push(events)
    start = end
  }
  return pieces.flat()
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

/** Whether the last block is one that may hold blank lines. */
function mayBeOpen(events: readonly Event[]): boolean {
  const last = events.findLast(
    ([, { type }]) => type !== 'lineEndingBlank' && type !== 'lineEnding' && type !== 'linePrefix',
  )
  return last !== undefined && (last[1].type === 'codeFenced' || last[1].type === 'htmlFlow')
}
