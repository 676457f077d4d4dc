import type { Span } from '../../model.ts'

/** A run of plain text that is never translated. */
export interface Literal extends Span {
  readonly kind: 'url' | 'email' | 'math' | 'variable' | 'attributes'
}

/** Every literal holds one of these; what surrounds it decides. */
const trigger = /[@/{$:]|www\.|\[\[/gi

/** What a URL ends at. */
const urlEnd = /[\s<]/g

const brace = /[{}]/g

/** What GFM leaves out at a URL's end. */
const trail = /[!"'*,.:;?_~]/

const letterOrDigit = /[\p{L}\p{N}]/u
/** What shows that an email is no more than the beginning of something odd, which is kept whole. */
const runsOn = /^[._-]*(?:[@\p{L}\p{N}]|:\/\/)/u
const localPart = /[\p{L}\p{N}._%+-]/u
/** Also `@b.fr@c.fr`: GFM links `b.fr@c.fr` in `a@b.fr@c.fr`. */
const emailHost = /(?:@[\w-]*(?:\.[\w-]+)+)+/y
const hostPart = /[\p{L}\p{N}.-]/u
const schemePart = /[a-zA-Z0-9+.-]/
const schemeWithSlashes = /^(?:.*[^a-zA-Z])?(?=(?:https?|s?ftp)$)/i

const attribute = `(?:[#.][^\\s{}]+|[\\w:-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\\s"'{}]+))`

/** `{#id .class key=value}` (pandoc), also after a colon (kramdown). */
const attributeList = new RegExp(`^\\{:?\\s*${attribute}(?:\\s+${attribute})*\\s*\\}$`)

/** `{name}`, `{user.name}`. */
const placeholder = /^\{[\p{L}_$][\p{L}\p{N}_$.[\]-]*\}$/u

/** `[[Page]]`, `[[Page|text]]`: which side is the page's name differs from wiki to wiki, so both are kept. */
const wikiLink = /\[\[[^[\]]+\]\]/y

const emoji = /:[a-z][a-z0-9_+-]*:(?![\p{L}\p{N}:/@])/uy

/** Longer than any attribute list or variable. */
const maxBraces = 1000

/** Pairs of brackets that template languages use, longest first: Hugo, Liquid, Jinja, Handlebars, Vue. */
const templates = [
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{{{', '}}}'],
  ['{{', '}}'],
  ['{%', '%}'],
] as const

/**
 * Finds what is never translated in text that has no markup left (escapes and entities decoded): URLs, emails, inline
 * math, template variables, wiki links, emoji names, attribute lists; ascending, without overlap.
 *
 * Every letter and digit that GFM's extended autolinks would link (https://github.github.com/gfm/#autolinks-extension-)
 * lies within a literal, up to the first Unicode white space or `<`. Besides: any `scheme://`, and a host with a path but no scheme
 * (`example.com/docs`). Trailing punctuation and unbalanced closing brackets are left out as GFM says. Math is
 * pandoc's `tex_math_dollars`, its opening `$` not after a letter or digit, so that prices are prose.
 */
export function findLiterals(text: string): readonly Literal[] {
  trigger.lastIndex = 0
  let match = trigger.exec(text)
  if (match === null) return []
  const literals: Literal[] = []
  const context: Context = { text, from: 0, absent: new Set(), mathCloser: -1 }
  while (match !== null) {
    const literal = literalAt(context, match.index, match[0])
    if (literal !== undefined) {
      literals.push(literal)
      context.from = literal.end
    }
    trigger.lastIndex = Math.max(match.index + match[0].length, context.from)
    match = trigger.exec(text)
  }
  return literals
}

interface Context {
  readonly text: string
  /** End of the literal before: none reaches further back. */
  from: number
  /** Closing brackets that the rest of the text is known not to hold. */
  readonly absent: Set<string>
  /** The next `$` that may close, when already looked up; the text's length when there is none. */
  mathCloser: number
}

function literalAt(context: Context, at: number, found: string): Literal | undefined {
  switch (found) {
    case '@':
      return emailAt(context, at)
    case '/':
      return context.text.startsWith('://', at - 1) ? schemeAt(context, at) : hostAt(context, at)
    case ':':
      return emojiAt(context, at)
    case '{':
      return braceAt(context, at)
    case '[[':
      return wikiLinkAt(context, at)
    case '$':
      return context.text.charAt(at + 1) === '{' ? undefined : mathAt(context, at)
    default:
      return wwwAt(context, at)
  }
}

function wwwAt(context: Context, at: number): Literal | undefined {
  const before = at > context.from ? context.text.charAt(at - 1) : ''
  if (letterOrDigit.test(before)) return undefined
  const start = /[._+-]/.test(before) ? runBefore(context, at, localPart) : at
  return urlFrom(context.text, start, at + 3)
}

function runBefore(context: Context, end: number, part: RegExp): number {
  let start = end
  while (start > context.from && part.test(context.text.charAt(start - 1))) start--
  return start
}

function emailAt(context: Context, at: number): Literal | undefined {
  const { text } = context
  const local = runBefore(context, at, localPart)
  if (local === at) return undefined
  emailHost.lastIndex = at
  if (!emailHost.test(text)) return undefined
  let end = emailHost.lastIndex
  while (/[_-]/.test(text.charAt(end - 1))) end--
  const scheme = /(?:mailto|xmpp):$/i.exec(text.slice(Math.max(context.from, local - 7), local))?.[0] ?? ''
  if (/^x/i.test(scheme) || runsOn.test(text.slice(end, end + 4))) end = urlFrom(text, local, end).end
  return { start: local - scheme.length, end, kind: 'email' }
}

/** The short name of an emoji, `:warning:`. */
function emojiAt({ text, from }: Context, at: number): Literal | undefined {
  if (at > from && /[\p{L}\p{N}:]/u.test(text.charAt(at - 1))) return undefined
  emoji.lastIndex = at
  return emoji.test(text) ? { start: at, end: emoji.lastIndex, kind: 'variable' } : undefined
}

function wikiLinkAt({ text }: Context, at: number): Literal | undefined {
  wikiLink.lastIndex = at
  return wikiLink.test(text) ? { start: at, end: wikiLink.lastIndex, kind: 'variable' } : undefined
}

/** `at` is the first slash of `://`. */
function schemeAt(context: Context, at: number): Literal | undefined {
  const { text } = context
  const first = text.charAt(at + 2)
  if (first === '' || /[\s\p{P}\p{S}]/u.test(first)) {
    if (first !== '[' && first !== '/') return undefined
  }
  let start = runBefore(context, at - 1, schemePart)
  const run = text.slice(start, at - 1)
  start += schemeWithSlashes.exec(run)?.[0].length ?? 0
  while (start < at - 1 && !/[a-zA-Z]/.test(text.charAt(start))) start++
  return start === at - 1 ? undefined : urlFrom(text, start, at + 2)
}

/** A host and a path without a scheme; `at` is the slash between them. */
function hostAt(context: Context, at: number): Literal | undefined {
  const { text } = context
  if (!/[a-z]/.test(text.charAt(at - 1)) || !letterOrDigit.test(text.charAt(at + 1))) return undefined
  let start = runBefore(context, at, hostPart)
  while (/[.-]/.test(text.charAt(start))) start++
  return /^[\p{L}\p{N}-]{2,}(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,}$/u.test(text.slice(start, at))
    ? urlFrom(text, start, at)
    : undefined
}

/** The URL that begins at `start` and holds at least what lies before `least`. */
function urlFrom(text: string, start: number, least: number): Literal {
  urlEnd.lastIndex = least
  const end = urlEnd.exec(text)?.index ?? text.length
  return { start, end: withoutTrail(text, start, end, least), kind: 'url' }
}

/** Leaves out trailing punctuation, and closing brackets beyond the opening ones. Reads the URL once. */
function withoutTrail(text: string, start: number, end: number, least: number): number {
  const surplus = { ')': 0, ']': 0 }
  for (const { 0: bracket } of text.slice(start, end).matchAll(/[()[\]]/g)) {
    if (bracket === '(') surplus[')']--
    else if (bracket === '[') surplus[']']--
    else if (bracket === ')' || bracket === ']') surplus[bracket]++
  }
  let at = end
  for (; at > least; at--) {
    const last = text.charAt(at - 1)
    if (last === ')' || last === ']') {
      if (surplus[last] <= 0) break
      surplus[last]--
    } else if (!trail.test(last)) break
  }
  return at
}

function braceAt(context: Context, at: number): Literal | undefined {
  const { text } = context
  const template = templates.find(([open]) => text.startsWith(open, at))
  if (template !== undefined) {
    const end = endOf(context, template[1], at + template[0].length)
    return end === undefined ? undefined : { start: at, end, kind: 'variable' }
  }
  brace.lastIndex = at + 1
  const end = brace.test(text) ? brace.lastIndex : text.length
  if (text.charAt(end - 1) !== '}' || end - at > maxBraces) return undefined
  const braces = text.slice(at, end)
  if (attributeList.test(braces)) return { start: at, end, kind: 'attributes' }
  if (!placeholder.test(braces)) return undefined
  const sigil = at > context.from && /[%$#]/.test(text.charAt(at - 1)) ? 1 : 0
  return { start: at - sigil, end, kind: 'variable' }
}

function endOf(context: Context, close: string, from: number): number | undefined {
  if (context.absent.has(close)) return undefined
  const at = context.text.indexOf(close, from)
  if (at !== -1) return at + close.length
  context.absent.add(close)
  return undefined
}

function mathAt(context: Context, at: number): Literal | undefined {
  const { text } = context
  if (at > 0 && /[\p{L}\p{N}\\]/u.test(text.charAt(at - 1))) return undefined
  const width = text.charAt(at + 1) === '$' ? 2 : 1
  const inside = at + width
  if (inside >= text.length || /[\s$]/.test(text.charAt(inside))) return undefined
  const closer = nextMathCloser(context, inside + 1)
  if (closer === text.length || (width === 2 && text.charAt(closer + 1) !== '$')) return undefined
  return { start: at, end: closer + width, kind: 'math' }
}

/** The first `$` from `from` on with no white space before it and no digit after it. */
function nextMathCloser(context: Context, from: number): number {
  if (context.mathCloser >= from) return context.mathCloser
  const { text } = context
  let at = text.indexOf('$', from)
  while (at !== -1 && (/\s/.test(text.charAt(at - 1)) || /\d/.test(text.charAt(at + 1)))) {
    at = text.indexOf('$', at + 1)
  }
  context.mathCloser = at === -1 ? text.length : at
  return context.mathCloser
}
