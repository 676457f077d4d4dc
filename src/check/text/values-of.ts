import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { PageFormat } from '../../model.ts'
import { isContent } from '../../syntax/yaml/is-content.ts'
import { frontMatterIn } from './front-matter-in.ts'

/** One value of a page's front matter or of a content file, or a mapping or list in it. */
interface ValueEntry {
  /** Keys and list positions, joined by full stops. */
  readonly path: string
  readonly type: 'text' | 'number' | 'boolean' | 'nothing' | 'mapping' | 'list'
  /** Of a scalar. */
  readonly value: unknown
  readonly line: number
  readonly column: number
}

/**
 * The values of a page's front matter, or of a content file, in document order; undefined for a page without front
 * matter, or whose YAML or JSON is broken. JSON is read as YAML, which it is a part of.
 */
export function valuesOf(text: string, format: PageFormat): readonly ValueEntry[] | undefined {
  const yaml = isContent(format) ? text.replace(/^\uFEFF/, '') : frontMatterIn(text)
  if (yaml === undefined) return undefined
  // Front matter begins on the line after the dashes.
  const lines = isContent(format) ? 0 : 1
  const lineCounter = new LineCounter()
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false, logLevel: 'silent' })
  if (document.errors.length > 0) return undefined
  return [...entriesOf(document.contents, '', 0)].map(({ offset, ...entry }) => {
    const { line, col } = lineCounter.linePos(offset)
    return { ...entry, line: line + lines, column: col }
  })
}

type Placed = Omit<ValueEntry, 'line' | 'column'> & { readonly offset: number }

function* entriesOf(node: unknown, path: string, offset: number): Generator<Placed> {
  if (isMap(node)) {
    if (path !== '') yield { path, offset, type: 'mapping', value: undefined }
    for (const { key, value } of node.items)
      yield* entriesOf(value, below(path, String(key)), startOf(key) ?? offset)
  } else if (isSeq(node)) {
    if (path !== '') yield { path, offset, type: 'list', value: undefined }
    for (const [index, item] of node.items.entries())
      yield* entriesOf(item, below(path, String(index)), startOf(item) ?? offset)
  } else if (path !== '') {
    const value = isScalar(node) ? node.value : undefined
    yield { path, offset, type: typeOf(value), value }
  }
}

function below(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]
}

function typeOf(value: unknown): ValueEntry['type'] {
  switch (typeof value) {
    case 'string':
      return 'text'
    case 'number':
    case 'bigint':
      return 'number'
    case 'boolean':
      return 'boolean'
    default:
      return 'nothing'
  }
}
