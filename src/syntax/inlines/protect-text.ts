import { findLiterals, type Literal } from './find-literals.ts'
import { findTags, type Tag } from './find-tags.ts'
import type { Inline, InlineCode } from './inline.ts'
import { type TagOptions, tagCode } from './tag-code.ts'

/** What literals or tags begin with or hold: without one of these there are none. */
const trigger = /[@/{$<:[]|www\./i

/**
 * Finds in the text of `items` what is not to be translated although it is no markup in Markdown: bare URLs and emails,
 * math, variables, and JSX tags that CommonMark takes for text.
 *
 * @param options undefined where text has no markup (`text`): there are no tags then, and no literal holds a character
 *   that is written in another way than it is read
 */
export function protectText(
  source: string,
  items: readonly Inline[],
  options: TagOptions | undefined,
): readonly Inline[] {
  if (!items.some(item => item.type === 'text' && trigger.test(item.value))) return items
  const result: Inline[] = []
  let from = 0
  while (from < items.length) {
    let to = from
    while (isText(items[to])) to++
    if (to === from) result.push(items[to++] as Inline)
    else protectRun(source, items.slice(from, to), options, result)
    from = to
  }
  return result
}

function isText(item: Inline | undefined): boolean {
  return item?.type === 'text' || item?.type === 'fold'
}

/** One run of texts and folds, whose spans are contiguous. */
function protectRun(
  source: string,
  run: readonly Inline[],
  options: TagOptions | undefined,
  into: Inline[],
): void {
  const first = run[0]?.start ?? 0
  let at = first
  let next = 0
  const copyUntil = (end: number): void => {
    for (let item = run[next]; item !== undefined && item.start < end; item = run[next]) {
      const from = Math.max(at, item.start)
      const to = Math.min(end, item.end)
      if (from < to) into.push(part(item, from, to))
      if (item.end > end) break
      next++
    }
  }
  const text = run.map(item => opaque(item, options !== undefined)).join('')
  for (const code of codesIn(source, text, first, options)) {
    copyUntil(code.start)
    into.push(code)
    at = code.end
  }
  copyUntil(Number.POSITIVE_INFINITY)
}

/** A piece of a text or fold; pieces of a fold, escape or reference are not cut: the literal's span covers them. */
function part(item: Inline, start: number, end: number): Inline {
  if (item.type !== 'text' || item.value.length !== item.end - item.start) return { ...item, start, end }
  return { type: 'text', start, end, value: item.value.slice(start - item.start, end - item.start) }
}

/**
 * The item's source, of the same length, with what is escaped or encoded made harmless: a space for white space and
 * punctuation that ends a URL, `%` for other punctuation, a letter for a letter.
 */
function opaque(item: Inline, hasMarkup: boolean): string {
  const length = item.end - item.start
  if (item.type === 'fold') return `\n${' '.repeat(length - 1)}`
  if (item.type !== 'text' || item.value === '') return ' '.repeat(length)
  if (item.value.length === length) return item.value
  if (!hasMarkup) return ' '.repeat(length)
  if (/^[\p{L}\p{N}]/u.test(item.value)) return 'x'.repeat(length)
  return (/^[_&=%#~+.-]/.test(item.value) ? '%' : ' ').repeat(length)
}

function codesIn(
  source: string,
  text: string,
  shift: number,
  options: TagOptions | undefined,
): readonly InlineCode[] {
  const tags = options !== undefined && text.includes('<') ? findTags(text) : []
  const literals = findLiterals(text)
  const codes: InlineCode[] = []
  let next = 0
  for (const tag of tags) {
    for (; next < literals.length && (literals[next] as Literal).start < tag.start; next++) {
      addLiteral(literals[next] as Literal, codes, shift, tag)
    }
    while (next < literals.length && (literals[next] as Literal).start < tag.end) next++
    if (options !== undefined) codes.push(tagCode(source, tag, shift, options))
  }
  for (; next < literals.length; next++) addLiteral(literals[next] as Literal, codes, shift, undefined)
  return codes
}

/** A literal that a tag cuts into is none. */
function addLiteral(literal: Literal, into: InlineCode[], shift: number, next: Tag | undefined): void {
  if (next !== undefined && literal.end > next.start) return
  const { kind } = literal
  const start = literal.start + shift
  into.push({ type: 'code', form: 'standalone', kind, start, end: literal.end + shift, pair: 0, holes: [] })
}
