import type { Code, Pattern } from '../../model.ts'
import { samePattern } from '../same-pattern.ts'

/** A pattern as its codes and the texts around them: `texts[i]` stands before `codes[i]`, the last text at the end. */
interface Strung {
  readonly codes: readonly Code[]
  readonly texts: string[]
}

/** What stood next to a code in the source, outside the pair if it is one of a pair. */
interface Edges {
  readonly before: string
  readonly after: string
}

/**
 * Puts right what engines do to characters around codes, going by the source: a space that was eaten or added next to
 * a code, white space or quotation marks pulled into a pair of codes (`** text**`), line breaks, control characters,
 * and entities that were encoded twice (`&amp;amp;`). Codes stay in the order of the answer.
 *
 * @param answer Has every code of the source once, properly nested.
 * @returns The answer itself when there was nothing to put right.
 */
export function repairAnswer(source: Pattern, answer: Pattern): Pattern {
  const strung = takeApart(answer)
  const edges = edgesOf(takeApart(source))
  clean(source, strung)
  pullQuotesOut(strung, edges)
  pullSpacesOut(strung)
  strung.texts.forEach((_, at) => {
    spaceGap(strung, edges, at)
  })
  const repaired = putTogether(strung)
  return samePattern(answer, repaired) ? answer : repaired
}

function takeApart(pattern: Pattern): Strung {
  const codes: Code[] = []
  const texts = ['']
  for (const item of pattern) {
    if (typeof item === 'string') texts[codes.length] += item
    else {
      codes.push(item)
      texts.push('')
    }
  }
  return { codes, texts }
}

function putTogether({ codes, texts }: Strung): Pattern {
  return texts.flatMap((text, at) => {
    const code = codes[at]
    return [...(text === '' ? [] : [text]), ...(code === undefined ? [] : [code])]
  })
}

function edgesOf({ codes, texts }: Strung): ReadonlyMap<string, Edges> {
  return new Map(
    codes.map((code, at) => [
      nameOf(code),
      { before: lastCharacter(texts[at]), after: firstCharacter(texts[at + 1]) },
    ]),
  )
}

function nameOf({ form, id }: Code): string {
  return `${form} ${id}`
}

const entity = /&(?:amp|lt|gt|quot|apos|nbsp|#39|#x27|#34);/
const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
  '&#34;': '"',
  '&nbsp;': '\u00a0',
}

function clean(source: Pattern, { texts }: Strung): void {
  const hasEntities = source.some(item => typeof item === 'string' && entity.test(item))
  texts.forEach((text, at) => {
    const plain = joinLines(text)
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u0080-\u009f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udfff]/gu, '')
    texts[at] = hasEntities
      ? plain
      : plain.replace(new RegExp(entity, 'g'), found => characters[found] ?? found)
  })
}

/** One line, with one space for every line break and the white space around it. */
function joinLines(text: string): string {
  const lines = text.split(/[\r\n\u2028\u2029]+/)
  const last = lines.length - 1
  return lines
    .map((line, at) => (at > 0 ? line.trimStart() : line))
    .map((line, at) => (at < last ? line.trimEnd() : line))
    .join(' ')
}

const openQuote = /^(?:«[ \u00a0\u202f]?|[“„‘"'])/
const closeQuote = /(?:[ \u00a0\u202f]?»|[”’"'])$/
const quote = /[«»“”„‘’"']/

/** `“<a>text</a>”` that came back as `<a>“text”</a>`. */
function pullQuotesOut({ codes, texts }: Strung, edges: ReadonlyMap<string, Edges>): void {
  codes.forEach((code, at) => {
    const close = codes[at + 1]
    const inner = texts[at + 1]
    if (code.form !== 'open' || close?.form !== 'close' || close.id !== code.id || inner === undefined) return
    const wasQuoted =
      quote.test(edges.get(nameOf(code))?.before ?? '') && quote.test(edges.get(nameOf(close))?.after ?? '')
    const lead = openQuote.exec(inner)?.[0]
    const trail = closeQuote.exec(inner)?.[0]
    if (!wasQuoted || lead === undefined || trail === undefined || inner.length <= lead.length + trail.length)
      return
    if (quote.test(lastCharacter(texts[at])) || quote.test(firstCharacter(texts[at + 2]))) return
    texts[at] += lead
    texts[at + 1] = inner.slice(lead.length, inner.length - trail.length)
    texts[at + 2] = trail + texts[at + 2]
  })
}

/** White space is never inside a pair, inner pairs first: `** text**` is no emphasis in Markdown. */
function pullSpacesOut({ codes, texts }: Strung): void {
  for (let at = codes.length - 1; at >= 0; at--) {
    const text = texts[at + 1] ?? ''
    const trimmed = text.trimStart()
    if (codes[at]?.form !== 'open' || trimmed === text) continue
    texts[at + 1] = trimmed
    if (!/\s$/.test(texts[at] ?? '')) texts[at] += text.slice(0, text.length - trimmed.length)
  }
  for (let at = 0; at < codes.length; at++) {
    const text = texts[at] ?? ''
    const trimmed = text.trimEnd()
    if (codes[at]?.form !== 'close' || trimmed === text) continue
    texts[at] = trimmed
    if (!/^[\s.,;:!?)\]…]/.test(texts[at + 1] ?? ''))
      texts[at + 1] = text.slice(trimmed.length) + texts[at + 1]
  }
}

const word = /[\p{L}\p{N}]/u
/** Scripts without spaces between words. */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u

function isWordy(character: string): boolean {
  return word.test(character) && !unspaced.test(character)
}

/** Gives the codes on both sides of a text the distance that they had from words in the source. */
function spaceGap({ codes, texts }: Strung, edges: ReadonlyMap<string, Edges>, at: number): void {
  const left = codes[at - 1]
  const right = codes[at]
  const after = left === undefined || left.form === 'open' ? undefined : edges.get(nameOf(left))?.after
  const before = right === undefined || right.form === 'close' ? undefined : edges.get(nameOf(right))?.before
  let text = texts[at] ?? ''
  if (text === '') {
    if (isSpace(after) && isSpace(before)) texts[at] = ' '
    return
  }
  if (after !== undefined) text = spaceStart(text, after)
  if (before !== undefined) text = spaceEnd(text, before)
  texts[at] = text
}

/** @param was The character that followed the code in the source; empty at its end or before another code. */
function spaceStart(text: string, was: string): string {
  const first = firstCharacter(text)
  if (isWordy(first)) return isWordy(was) ? text : ` ${text}`
  if (isSpace(was)) return /[([{«“]/.test(first) ? ` ${text}` : text
  return was !== '' && /^\s+[.,)\]}…]/.test(text) ? text.trimStart() : text
}

/** @param was The character before the code in the source; empty at its start or after another code. */
function spaceEnd(text: string, was: string): string {
  const last = lastCharacter(text)
  if (isWordy(last)) return isWordy(was) ? text : `${text} `
  if (isSpace(was)) return /[\s([{«“„‘"'/-]/.test(last) ? text : `${text} `
  return was !== '' && /[([{]\s+$/.test(text) ? text.trimEnd() : text
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /^\s$/.test(character)
}

function firstCharacter(text: string | undefined): string {
  const code = text?.codePointAt(0)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function lastCharacter(text: string | undefined): string {
  return text === undefined ? '' : (/.$/su.exec(text)?.[0] ?? '')
}
