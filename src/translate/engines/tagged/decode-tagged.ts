import type { Code, Pattern } from '../../../model.ts'
import { codeText } from '../../code-text.ts'

const number = String.raw`(?:\s+id\s*=\s*["']?(\d+)["']?)?\s*`

/** `<x id="2">…</x>`, `<x2/>`; `<g id="1">`, `<g1>`, `<g1/>`; `</g>`, `</g1>`. Quotes and spaces as engines write them. */
const tag = new RegExp(
  String.raw`<x(\d*)${number}(?:/>|>([^<]{0,2000}(?:<(?!/x)[^<]{0,2000}){0,20})</x\1\s*>)|<g(\d*)${number}(/?)>|</g(\d*)\s*>`,
  'gi',
)

/** An answer this many times as long as what was sent is not worth reading. */
const mostGrowth = 8

/**
 * Reads what an engine made of `encodeTagged`. Whatever is no tag of ours stays text, and codes that are lost, doubled,
 * crossed or never closed come out as they are: both are for the caller to judge.
 *
 * A standalone code whose text came back changed counts as lost: words may have been pulled into it. One that was
 * emptied does not, for its literal is the source's anyway.
 *
 * @param source The pattern that was sent.
 */
export function decodeTagged(text: string, source: Pattern): Pattern {
  const codes = createCodes(source)
  if (text.length > mostGrowth * codes.length + 2000) return [text]
  const items: (string | Code)[] = []
  let at = 0
  for (const match of text.matchAll(tag)) {
    push(items, decodeXml(text.slice(at, match.index)))
    items.push(...codes.read(match))
    at = match.index + match[0].length
  }
  push(items, decodeXml(text.slice(at)))
  return items
}

interface Codes {
  /** Characters of the source, its literals included. */
  readonly length: number
  /** The codes that a tag stands for: none, one, or a pair that was emptied. */
  read(match: RegExpMatchArray): readonly Code[]
}

/** The source's codes by their tags; a closing tag without a number closes what was opened last. */
function createCodes(source: Pattern): Codes {
  const known = new Map<string, Code>()
  let length = 0
  for (const item of source) {
    length += typeof item === 'string' ? item.length : item.literal.length + 20
    if (typeof item !== 'string') known.set(`${item.form} ${item.id}`, item)
  }
  const open: number[] = []
  const codeOf = (form: Code['form'], id: number): Code =>
    known.get(`${form} ${id}`) ?? { type: 'code', form, kind: 'tag', id, literal: '' }

  return {
    length,
    read([whole, xName, xId, inner, gName, gId, isEmpty, closed]) {
      if (/^<x/i.test(whole)) {
        const code = codeOf('standalone', Number(xName || xId || 0))
        return isAsSent(inner ?? '', code) ? [code] : []
      }
      if (whole.startsWith('</')) {
        const last = open.pop() ?? 0
        return [codeOf('close', Number(closed || last))]
      }
      const id = Number(gName || gId || 0)
      if (isEmpty === '/') return [codeOf('open', id), codeOf('close', id)]
      open.push(id)
      return [codeOf('open', id)]
    },
  }
}

function push(items: (string | Code)[], text: string): void {
  const last = items.at(-1)
  if (text === '') return
  if (typeof last === 'string') items[items.length - 1] = last + text
  else items.push(text)
}

function isAsSent(inner: string, code: Code): boolean {
  const came = fold(decodeXml(inner))
  return came === '' || came === fold(codeText(code))
}

function fold(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[’ʼ]/g, "'")
    .trim()
    .toLowerCase()
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeXml(text: string): string {
  return text.replace(
    /&(?:([a-z]{2,4})|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole: string, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return named[name] ?? whole
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )
}
