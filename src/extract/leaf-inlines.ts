import type { Event, Token, TokenizeContext } from 'micromark-util-types'
import type { Inline } from '../syntax/inlines/inline.ts'
import { readInlines } from '../syntax/inlines/read-inlines.ts'
import type { TagOptions } from '../syntax/inlines/tag-code.ts'

/** Without one of these, text is text: no markup, escape or reference; nor a hard line break. */
const special = /[&*<[\\_`~{]| {2}[\r\n]/

/**
 * The inlines of a text whose lines are the tokens linked to `head`. Plain text needs no parser.
 *
 * @param context the tokenizer that `head` comes from
 */
export function leafInlines(
  source: string,
  head: Token,
  context: TokenizeContext,
  options: TagOptions,
): readonly Inline[] {
  const end = lastOf(head).end.offset
  return special.test(source.slice(head.start.offset, end))
    ? readInlines(source, tokenize(head, context), end, options)
    : plainLines(source, head)
}

export function lastOf(head: Token): Token {
  let token = head
  while (token.next !== undefined) token = token.next
  return token
}

/** What micromark's `subtokenize` does for the linked tokens of one text. */
function tokenize(head: Token, context: TokenizeContext): readonly Event[] {
  const tokenizer = context.parser.text(head.start)
  if (head._contentTypeTextTrailing) tokenizer._contentTypeTextTrailing = true
  for (let token: Token | undefined = head; token !== undefined; token = token.next) {
    const stream = context.sliceStream(token)
    if (token.next === undefined) stream.push(null)
    if (token !== head) tokenizer.defineSkip(token.start)
    const isFirst = token._isInFirstContentOfListItem
    if (isFirst) tokenizer._gfmTasklistFirstContentOfListItem = true
    tokenizer.write(stream)
    if (isFirst) tokenizer._gfmTasklistFirstContentOfListItem = false
  }
  return tokenizer.events
}

/** Each line is one text, and white space around line ends is theirs. */
function plainLines(source: string, head: Token): readonly Inline[] {
  const items: Inline[] = []
  let lineEnd: number | undefined
  for (let token: Token | undefined = head; token !== undefined; token = token.next) {
    const raw = source.slice(token.start.offset, token.end.offset)
    const isLast = token.next === undefined
    const from = lineEnd === undefined ? 0 : raw.length - raw.replace(/^[ \t]+/, '').length
    const to = isLast ? raw.length : withoutLineEnd(raw)
    const start = token.start.offset + from
    if (lineEnd !== undefined) items.push({ type: 'fold', start: lineEnd, end: start })
    if (to > from)
      items.push({ type: 'text', start, end: token.start.offset + to, value: raw.slice(from, to) })
    lineEnd = token.start.offset + Math.max(from, to)
  }
  return items
}

/** The length of a line without its end and the white space before it. */
function withoutLineEnd(raw: string): number {
  let length = raw.length
  while (length > 0 && /[ \t\r\n]/.test(raw.charAt(length - 1))) length--
  return length
}
