import type { Span } from '../../model.ts'

/** An attribute of a tag. Without a value, `valueStart` and `valueEnd` are both its end. A JSX spread has the name `...`. */
export interface TagAttribute extends Span {
  readonly name: string
  /** The value without its quotes or its outer braces. */
  readonly valueStart: number
  readonly valueEnd: number
  readonly quote: '"' | "'" | '{' | ''
}

export interface Tag extends Span {
  /** As written; empty for fragments (`<>`), `!--`, `![CDATA[`, `!` or `?` for what is not an element. */
  readonly name: string
  readonly form: 'open' | 'close' | 'void'
  readonly attributes: readonly TagAttribute[]
}

/** https://html.spec.whatwg.org/#void-elements */
const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** Elements whose content is no text: the whole element counts as one void tag. */
const opaqueElements = new Set(['script', 'style'])

/** What is not an element: how it begins and ends (CommonMark 0.31, 6.6). */
const others = [
  { open: '<!--', name: '!--', close: '-->', overlap: 2 },
  { open: '<![CDATA[', name: '![CDATA[', close: ']]>', overlap: 0 },
  { open: '<?', name: '?', close: '?>', overlap: 0 },
  { open: '<!', name: '!', close: '>', overlap: 0 },
] as const

const elementName = /[a-zA-Z_$][\w$-]*(?:[.:][\w$-]+)*/y
const attributeName = /(?:[a-zA-Z_$]|[@:#][a-zA-Z[])[\w.:@$[\]-]*/y
const unquoted = /[^\s"'=<>`{}][^\s"'=<>`]*/y
const space = /\s*/y
const braceSyntax = /[{}"'`]|\/\*/g

/** A tag is given up at this length once the text has shown itself hostile: keeps the scan linear. */
const hostileTagLength = 256

/**
 * Finds the HTML and JSX tags of `text`, ascending and without overlap, whether CommonMark would see them as HTML or
 * not: `style={{ color: "#fff" }}`, fragments, spreads and tags of several lines are understood. Comments, CDATA,
 * declarations, processing instructions and whole `script` and `style` elements are void tags.
 *
 * Never a tag: `a < b`, `<3`, autolinks, and what doesn't close.
 */
export function findTags(text: string): readonly Tag[] {
  let at = text.indexOf('<')
  if (at === -1) return []
  const tags: Tag[] = []
  const scan: Scan = { text, wasted: 0, absent: new Set() }
  while (at !== -1) {
    const tag = otherAt(scan, at) ?? tagAt(scan, at)
    if (tag !== undefined) tags.push(tag)
    at = text.indexOf('<', tag?.end ?? at + 1)
  }
  return tags
}

interface Scan {
  readonly text: string
  /** Characters read in vain so far. */
  wasted: number
  /** Endings that the rest of the text is known not to hold. */
  readonly absent: Set<string>
}

function find(scan: Scan, ending: string, from: number): number | undefined {
  if (scan.absent.has(ending)) return undefined
  const at = scan.text.indexOf(ending, from)
  if (at !== -1) return at
  scan.absent.add(ending)
  return undefined
}

function otherAt(scan: Scan, start: number): Tag | undefined {
  const { text } = scan
  const mark = text.charAt(start + 1)
  if (mark !== '!' && mark !== '?') return undefined
  const kind = others.find(({ open }) => text.startsWith(open, start))
  if (kind === undefined || (kind.name === '!' && !/[a-zA-Z]/.test(text.charAt(start + 2)))) return undefined
  const close = find(scan, kind.close, start + kind.open.length - kind.overlap)
  return close === undefined
    ? undefined
    : { start, end: close + kind.close.length, name: kind.name, form: 'void', attributes: [] }
}

function tagAt(scan: Scan, start: number): Tag | undefined {
  const { text } = scan
  const isClose = text.charAt(start + 1) === '/'
  const nameStart = start + (isClose ? 2 : 1)
  const nameEnd = after(elementName, text, nameStart) ?? nameStart
  const name = text.slice(nameStart, nameEnd)
  if (isClose || name === '') {
    const end = isClose ? skipSpace(text, nameEnd) : nameEnd
    return text.charAt(end) === '>'
      ? { start, end: end + 1, name, form: isClose ? 'close' : 'open', attributes: [] }
      : undefined
  }
  // `<made:up>` is an autolink.
  if (name.includes(':') && !/\s/.test(text.charAt(nameEnd))) return undefined
  const attributes: TagAttribute[] = []
  const at = readAttributes(scan, nameEnd, start, attributes)
  if (text.charAt(at) === '>') return openTag(scan, { start, end: at + 1, name, form: 'open', attributes })
  if (text.startsWith('/>', at)) return { start, end: at + 2, name, form: 'void', attributes }
  scan.wasted += at - start
  return undefined
}

function openTag(scan: Scan, tag: Tag): Tag {
  const name = tag.name.toLowerCase()
  // `<Link>` is a component.
  const isHtml = tag.name === name || tag.name === tag.name.toUpperCase()
  if (isHtml && voidElements.has(name)) return { ...tag, form: 'void' }
  const end = opaqueElements.has(name) ? closeOf(scan, name, tag.end) : undefined
  return end === undefined ? tag : { ...tag, form: 'void', end }
}

/** Where a sticky expression that matches at `at` ends. */
function after(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : undefined
}

function skipSpace(text: string, at: number): number {
  return after(space, text, at) ?? at
}

/** Reads attributes from `from` on; returns where they end, be it at the tag's end or at what fits no tag. */
function readAttributes(scan: Scan, from: number, tagStart: number, into: TagAttribute[]): number {
  const { text } = scan
  const isHostile = scan.wasted > 4 * text.length
  let at = from
  let mayFollow = false
  for (;;) {
    const next = skipSpace(text, at)
    if (isHostile && next - tagStart > hostileTagLength) return text.length
    const attribute: TagAttribute | undefined = next > at || mayFollow ? attributeAt(scan, next) : undefined
    if (attribute === undefined) return next
    into.push(attribute)
    at = attribute.end
    mayFollow = attribute.quote !== ''
  }
}

function attributeAt(scan: Scan, start: number): TagAttribute | undefined {
  const { text } = scan
  if (text.startsWith('{...', start) || text.startsWith('{/*', start)) {
    const end = endOfBraces(scan, start)
    return end === undefined
      ? undefined
      : { name: '...', start, end, valueStart: start + 1, valueEnd: end - 1, quote: '{' }
  }
  const nameEnd = after(attributeName, text, start)
  if (nameEnd === undefined) return undefined
  const name = text.slice(start, nameEnd)
  const equals = skipSpace(text, nameEnd)
  if (text.charAt(equals) !== '=') {
    return { name, start, end: nameEnd, valueStart: nameEnd, valueEnd: nameEnd, quote: '' }
  }
  const open = skipSpace(text, equals + 1)
  const quote = text.charAt(open)
  if (quote === '"' || quote === "'") {
    const close = find(scan, quote, open + 1)
    if (close === undefined) return undefined
    return { name, start, end: close + 1, valueStart: open + 1, valueEnd: close, quote }
  }
  if (quote === '{') {
    const end = endOfBraces(scan, open)
    return end === undefined
      ? undefined
      : { name, start, end, valueStart: open + 1, valueEnd: end - 1, quote }
  }
  const end = after(unquoted, text, open)
  return end === undefined ? undefined : { name, start, end, valueStart: open, valueEnd: end, quote: '' }
}

/** The end of the expression in braces that opens at `open`: strings, template literals and comments are stepped over. */
function endOfBraces(scan: Scan, open: number): number | undefined {
  const { text } = scan
  const limit = scan.wasted > 4 * text.length ? open + hostileTagLength : text.length
  let depth = 0
  braceSyntax.lastIndex = open
  for (let match = braceSyntax.exec(text); match !== null; match = braceSyntax.exec(text)) {
    if (match.index > limit) break
    if (match[0] === '{') depth++
    else if (match[0] === '}') depth--
    else {
      const end = match[0] === '/*' ? find(scan, '*/', match.index + 2) : endOfString(text, match.index)
      if (end === undefined) break
      braceSyntax.lastIndex = end + (match[0] === '/*' ? 2 : 0)
    }
    if (depth === 0) return braceSyntax.lastIndex
  }
  scan.wasted += Math.max(0, Math.min(limit, braceSyntax.lastIndex || text.length) - open)
  return undefined
}

/** The end of the JavaScript string that opens at `open`. */
function endOfString(text: string, open: number): number | undefined {
  const quote = text.charAt(open)
  for (let at = open + 1; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\\') at++
    else if (character === quote) return at + 1
  }
  return undefined
}

/** The end of the tag that closes `name`, in any case. */
function closeOf(scan: Scan, name: string, from: number): number | undefined {
  if (scan.absent.has(name)) return undefined
  const close = new RegExp(`</${name}\\s*>`, 'gi')
  close.lastIndex = from
  if (close.test(scan.text)) return close.lastIndex
  scan.absent.add(name)
  return undefined
}
