import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

/** One value of a page's front matter, or a mapping or list in it. */
interface FrontMatterEntry {
  /** Keys and list positions, joined by full stops. */
  readonly path: string
  readonly type: 'text' | 'number' | 'boolean' | 'nothing' | 'mapping' | 'list'
  /** Of a scalar. */
  readonly value: unknown
  readonly line: number
  readonly column: number
}

const block = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)^---[ \t]*\r?$/m

/** The front matter of a page in document order; undefined for a page without any, or whose YAML is broken. */
export function frontMatterOf(text: string): readonly FrontMatterEntry[] | undefined {
  const match = block.exec(text)
  if (match === null || match.index !== 0) return undefined
  const lineCounter = new LineCounter()
  const document = parseDocument(match[2] ?? '', { lineCounter, prettyErrors: false, logLevel: 'silent' })
  if (document.errors.length > 0) return undefined
  return [...entriesOf(document.contents, '', 0)].map(({ offset, ...entry }) => {
    const { line, col } = lineCounter.linePos(offset)
    // The front matter begins on the line after the dashes.
    return { ...entry, line: line + 1, column: col }
  })
}

type Placed = Omit<FrontMatterEntry, 'line' | 'column'> & { readonly offset: number }

function* entriesOf(node: unknown, path: string, offset: number): Generator<Placed> {
  if (isMap(node)) {
    if (path !== '') yield { path, offset, type: 'mapping', value: undefined }
    for (const { key, value } of node.items)
      yield* entriesOf(value, path === '' ? String(key) : `${path}.${String(key)}`, startOf(key) ?? offset)
  } else if (isSeq(node)) {
    yield { path, offset, type: 'list', value: undefined }
    for (const [index, item] of node.items.entries())
      yield* entriesOf(item, `${path}.${index}`, startOf(item) ?? offset)
  } else if (path !== '') {
    const value = isScalar(node) ? node.value : undefined
    yield { path, offset, type: typeOf(value), value }
  }
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]
}

function typeOf(value: unknown): FrontMatterEntry['type'] {
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
