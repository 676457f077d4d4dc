import type { Code, Event, ParseContext, Point, Token, TokenizeContext } from 'micromark-util-types'
import type { LineMap } from './line-map.ts'

/** Blocks of a page that were read, and where the next one starts. */
export interface PlainBlocks {
  readonly events: readonly Event[]
  readonly end: number
}

/** Reads what stands at `at`, where a line starts that no open block reaches into; undefined if it is for the parser. */
export type PlainReader = (at: number) => PlainBlocks | undefined

/** What, at the start of a line, can begin nothing but a paragraph's text. */
const lead = String.raw`[\p{L}(«“”’"'€&…]|\*{1,2}(?=[\p{L}«])|_(?=\p{L})|${'`'}(?!${'`'})|\d+(?![\d.)])`
/** Outside lists also an image, and a link that is no definition; in a list these may be a task. */
const lineLead = String.raw`(?:${lead}|!|\[(?!\^)(?=[^[\]\\\n]*\](?!:)))`
/** A tab is as wide as its column says, a carriage return may end a line, and NUL is another character: none of them. */
const rest = String.raw`[^\n\r\t\0]*(?:\n|$)`

const paragraphLine = new RegExp(lineLead + rest, 'uy')
const heading = /#{1,6} (?![\s#])[^\n\r\t\0]*[^\s\\#\0](?:\n|$)/y
const listItem = new RegExp(String.raw`([-*]|\d{1,9}\.) (?:${lead})${rest}`, 'uy')
const fenceStart = /(`{3,8})[^`\n\r]*\n/y
const frontMatter = /---\n(?:[^\r]*?\n)??---[ \t]*(?=\n|$)/y
const blankLines = /(?:[ \t]*\n)*/y

const lineFeed = -4 satisfies Code

/** What the grammar calls front matter. */
const yaml = 'yaml' as Token['type']

/**
 * Reads blocks that show at a glance what they are, as most do in most pages: front matter, and paragraphs, headings,
 * fenced code and lists of one line an item, all unindented. The events are those that micromark gives for them, as far
 * as anything is made of them.
 */
export function createPlainReader(body: string, parser: ParseContext, map: LineMap): PlainReader {
  const context = contextOf(body, parser)
  /** No fence of this length or longer is closed in the rest of the page. */
  let unclosed = Number.POSITIVE_INFINITY

  function codeEnd(at: number): number | undefined {
    const start = matchEnd(fenceStart, body, at)
    if (start === undefined) return undefined
    const length = body.slice(at, start).search(/[^`]/)
    if (length >= unclosed) return undefined
    const fence = new RegExp(`\n {0,3}\`{${length},}[ \t]*(?=\n|$)`, 'g')
    fence.lastIndex = start - 1
    if (fence.test(body)) {
      const end = fence.lastIndex
      return body.slice(start, end).includes('\r') ? undefined : end
    }
    unclosed = length
    return undefined
  }

  return at => {
    const matter = at === 0 ? matchEnd(frontMatter, body, 0) : undefined
    if (matter !== undefined) {
      return { events: [['enter', token(yaml, 0, matter, map), context]], end: afterBlank(body, matter) }
    }
    const code = codeEnd(at)
    if (code !== undefined) return { events: [], end: afterBlank(body, code) }
    const tokens: (readonly [Event[0], Token])[] = []
    const texts = addTexts(body, at, map, tokens)
    const end = addList(body, texts, texts > at, map, tokens)
    if (end === at) return undefined
    const next = afterBlank(body, end)
    const isOver = next > end || end === body.length || (end === texts && codeEnd(end) !== undefined)
    // What is indented belongs to the last item.
    if (!isOver || (end > texts && /[ \t]/.test(body.charAt(next)))) return undefined
    return { events: tokens.map(([move, one]): Event => [move, one, context]), end: next }
  }
}

/** Adds headings and paragraphs; gives where they end. */
function addTexts(body: string, start: number, map: LineMap, into: (readonly [Event[0], Token])[]): number {
  let at = start
  for (;;) {
    const line = matchEnd(heading, body, at)
    const end = line ?? paragraphEnd(body, at)
    if (end === at) return at
    if (line !== undefined) {
      const space = body.indexOf(' ', at)
      into.push(['enter', token('atxHeading', at, end, map)])
      into.push(['enter', token('atxHeadingSequence', at, space, map)])
      into.push(['enter', textToken(body, space + 1, end, map)])
    } else {
      into.push(['enter', token('paragraph', at, end, map)], ['enter', textToken(body, at, end, map)])
    }
    at = end
  }
}

function paragraphEnd(body: string, start: number): number {
  let end = start
  while (end < body.length) {
    const next = matchEnd(paragraphLine, body, end)
    if (next === undefined) break
    end = next
  }
  return end
}

/**
 * Adds the items of a list; gives where they end.
 *
 * @param interrupts whether a paragraph may be right above: only a list that starts with 1 ends that
 */
function addList(
  body: string,
  start: number,
  interrupts: boolean,
  map: LineMap,
  into: (readonly [Event[0], Token])[],
): number {
  listItem.lastIndex = start
  const marker = listItem.exec(body)?.[1]
  if (marker === undefined || (interrupts && /^\d/.test(marker) && marker !== '1.')) return start
  const items: Token[] = []
  let end = start
  for (let at = start; at < body.length; at = end) {
    listItem.lastIndex = at
    const own = listItem.exec(body)?.[1]
    if (own === undefined || own.at(-1) !== marker.at(-1)) break
    end = listItem.lastIndex
    items.push(token('paragraph', at, end, map), textToken(body, at + own.length + 1, end, map))
  }
  const list = token(/^\d/.test(marker) ? 'listOrdered' : 'listUnordered', start, end, map)
  into.push(['enter', list], ...items.map(item => ['enter', item] as const), ['exit', list])
  return end
}

/** The text of a block, a token a line as micromark has it: the first is linked to the others. */
function textToken(body: string, start: number, blockEnd: number, map: LineMap): Token {
  const end = body.charAt(blockEnd - 1) === '\n' ? blockEnd - 1 : blockEnd
  let head: Token | undefined
  let previous: Token | undefined
  for (let at = start; at < end; ) {
    const feed = body.indexOf('\n', at)
    const next = feed === -1 || feed >= end ? end : feed + 1
    const line: Token = { ...token('chunkText', at, next, map), contentType: 'text', previous }
    if (previous !== undefined) previous.next = line
    head ??= line
    previous = line
    at = next
  }
  return head ?? token('chunkText', start, end, map)
}

function token(type: Token['type'], start: number, end: number, map: LineMap): Token {
  return { type, start: pointOf(start, map), end: pointOf(end, map) }
}

/** Offsets are the body's. */
function pointOf(offset: number, map: LineMap): Point {
  const { line, column } = map.positionOf(offset)
  return { line, column, offset, _index: 0, _bufferIndex: -1 }
}

/** What a text that has markup is tokenized with. */
function contextOf(body: string, parser: ParseContext): TokenizeContext {
  const sliceStream = ({ start, end }: Pick<Token, 'start' | 'end'>) => {
    const line = body.slice(start.offset, end.offset)
    return line.endsWith('\n') ? [line.slice(0, -1), lineFeed] : [line]
  }
  return { parser, sliceStream } as unknown as TokenizeContext
}

function afterBlank(body: string, at: number): number {
  return matchEnd(blankLines, body, at) ?? at
}

/** @param expression a sticky one */
function matchEnd(expression: RegExp, body: string, at: number): number | undefined {
  expression.lastIndex = at
  return expression.test(body) ? expression.lastIndex : undefined
}
