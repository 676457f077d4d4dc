import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { PageFormat, Skeleton } from '../../model.ts'

/** A run of a page's parts that is parsed by itself. */
export interface PagePiece {
  /** Indexes of its first part, and of the one after its last. */
  readonly from: number
  readonly to: number
  /** Where it starts in the page. */
  readonly offset: number
  /** The source's text. */
  readonly source: string
  /** Definitions that its references need, in a form of their own: to be added at its end before it is parsed. */
  readonly definitions: string
}

/** micromark's time for one document grows with the square of its length; pieces of this many characters are quick. */
const pieceLength = 49152

const definition = /^[ \t>]*\[([^\]\r\n]+)\]:/gm
const label = /\[([^[\]]+)\]/g

/**
 * A page in pieces that parse alone as they do together: cut before paragraphs outside containers that blank lines
 * precede, where nothing can be open.
 *
 * @param format an MDX page is one piece, for its elements hold paragraphs, and so is a content file
 */
export function pagePieces({ parts }: Skeleton, format: PageFormat): readonly PagePiece[] {
  const runs: { readonly from: number; readonly to: number; readonly offset: number }[] = []
  let from = 0
  let start = 0
  let offset = 0
  for (const [index, part] of parts.entries()) {
    if (format === 'markdown' && offset - start >= pieceLength && isSeam(parts, index)) {
      runs.push({ from, to: index, offset: start })
      from = index
      start = offset
    }
    offset += part.raw.length
  }
  runs.push({ from, to: parts.length, offset: start })
  const sources = runs.map(run => textOf(parts, run.from, run.to))
  const defined = runs.length === 1 ? new Set<string>() : new Set(sources.flatMap(definedIn))
  return runs.map((run, at) => {
    const source = sources[at] ?? ''
    return { ...run, source, definitions: definitionsFor(source, defined) }
  })
}

function isSeam(parts: Skeleton['parts'], index: number): boolean {
  const part = parts[index]
  return (
    part?.type === 'unit' &&
    part.role === 'paragraph' &&
    part.place.type === 'flow' &&
    part.place.prefix === '' &&
    /[\r\n][ \t]*(?:\r\n|\n|\r)$/.test(parts[index - 1]?.raw.slice(-100) ?? '')
  )
}

function textOf(parts: Skeleton['parts'], from: number, to: number): string {
  return parts
    .slice(from, to)
    .map(({ raw }) => raw)
    .join('')
}

function definedIn(source: string): readonly string[] {
  return [...source.matchAll(definition)].map(([, name = '']) => normalizeIdentifier(name))
}

function definitionsFor(source: string, defined: ReadonlySet<string>): string {
  if (defined.size === 0) return ''
  const own = new Set(definedIn(source))
  const used = new Map<string, string>()
  for (const [, name = ''] of source.matchAll(label)) {
    const identifier = normalizeIdentifier(name)
    if (defined.has(identifier) && !own.has(identifier)) used.set(identifier, name.replace(/\s+/g, ' '))
  }
  return [...used.values()].map(name => `\n\n[${name}]: #`).join('')
}
