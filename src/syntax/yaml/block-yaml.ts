import { parse } from 'yaml'
import { isPrintableYaml } from './is-printable-yaml.ts'

/** A block scalar's header: indicators, comment, line end. */
const header = /^([|>])([1-9]?)([-+]?)([1-9]?)([^\r\n]*)(\r\n|\n|$)/

/**
 * The source of a block scalar with a new value: header, comment, indentation and line ends stay as they are, indicators
 * change only when the value asks for it (line ends at its end, white space at its start). Undefined when the style can't
 * hold the value.
 *
 * @param raw the scalar as the page has it
 * @param indent its parent's indentation
 * @param style the style to write: a folded scalar can also be written as a literal one
 */
export function blockYaml(
  raw: string,
  value: string,
  indent: number,
  style: 'literal' | 'folded',
): string | undefined {
  const [head = '', , before = '', chomp = '', behind = '', rest = '', headEol = ''] = header.exec(raw) ?? []
  const eol = headEol === '' ? '\n' : headEol
  const explicit = before + behind
  const width = explicit === '' ? contentIndent(raw.slice(head.length), indent) : indent + Number(explicit)
  const body = value.replace(/\n+$/, '')
  const ends = value.length - body.length
  if (body === '' || !isPrintableYaml(body.replaceAll('\n', ''))) return undefined
  if (style === 'folded' && /^[ \t]/m.test(body)) return undefined
  const indicator = explicit === '' && /^\n*[ \t]/.test(body) ? String(width - indent) : explicit
  const lines = (style === 'folded' ? body.replace(/(?<=[^\n])\n+/g, '\n$&') : body).split('\n')
  const closing = /\n$/.test(raw) ? eol.repeat(Math.max(ends, 1)) : eol.repeat(ends)
  const source =
    (style === 'folded' ? '>' : '|') +
    indicator +
    chomping(chomp, ends, closing !== '') +
    rest +
    eol +
    lines.map(line => (line === '' ? '' : ' '.repeat(width) + line)).join(eol) +
    closing
  return readsAs(value, source, indent) ? source : undefined
}

/** Spaces before the first line that holds more than spaces. */
function contentIndent(content: string, indent: number): number {
  return /^(?: *(?:\r\n|\n))*( *)[^ \r\n]/.exec(content)?.[1]?.length ?? indent + 2
}

function chomping(chomp: string, ends: number, isClosed: boolean): string {
  if (!isClosed || (ends === 1 && chomp !== '-')) return chomp
  if (ends === 0) return '-'
  return ends === 1 ? '' : '+'
}

/** Block scalars are subtle and rare: what was written is read again. */
function readsAs(value: string, source: string, indent: number): boolean {
  try {
    const document: unknown = parse(`${' '.repeat(indent)}k: ${source}`, { logLevel: 'silent' })
    return (document as { k?: unknown } | null)?.k === value
  } catch {
    return false
  }
}
