import {
  type Document,
  isMap,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  visit,
} from 'yaml'
import { VersoError } from '../verso-error.ts'

/** A YAML file as a plain value, and where each part of it stands. */
export interface YamlSource {
  /** Undefined when the file holds nothing. */
  readonly value: unknown
  /**
   * Line and column, from 1, of what stands at `path` or, when nothing does, of the nearest thing around it.
   * With `key`, of that key of the mapping at `path`.
   */
  position(path: readonly PropertyKey[], key?: string): { readonly line: number; readonly column: number }
}

/**
 * Reads a file of one YAML 1.2 document.
 *
 * @throws VersoError `config`, naming `file:line:column`, when the file is not one well-formed document: a syntax
 *   error, a key given twice, aliases that grow without end, a second document
 */
export function readYaml(text: string, file: string): YamlSource {
  const lineCounter = new LineCounter()
  const parsed = parseAllDocuments(text, { lineCounter, prettyErrors: false, logLevel: 'error' })
  const documents = Array.isArray(parsed) ? parsed : []
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset)
    return { line, column: col }
  }
  const fault = (offset: number, message: string, cause?: unknown) => {
    const { line, column } = at(offset)
    return new VersoError('config', `${file}:${line}:${column}: ${message}`, { cause })
  }

  for (const document of documents) {
    const [error] = document.errors
    if (error?.code === 'DUPLICATE_KEY') {
      const [key] = text.slice(error.pos[0]).split(/:(?:\s|$)|\n/, 1)
      throw fault(error.pos[0], `the key \`${key}\` is there twice. Keep one.`, error)
    }
    if (error?.code === 'RESOURCE_EXHAUSTION') {
      throw fault(error.pos[0], 'the YAML is nested too deeply from here on. Correct it.', error)
    }
    if (error) throw fault(error.pos[0], `${firstLine(error.message)}. Correct the YAML.`, error)
  }
  const [document, second] = documents
  if (second) {
    throw fault(second.range[0], 'A second YAML document begins here. Keep one document in the file.')
  }
  const read = () => {
    try {
      return document?.contents ? document.toJS() : undefined
    } catch (cause) {
      throw fault(
        firstAlias(document),
        'The aliases from here on name nothing, or stand for too much. Write their values out.',
        cause,
      )
    }
  }
  return {
    value: read(),
    position: (path, key) => at(offsetOf(document?.contents ?? null, path, key)),
  }
}

function firstAlias(document: Document | undefined): number {
  let offset: number | undefined
  visit(document ?? null, {
    Alias: (_, alias) => {
      offset = alias.range?.[0]
      return visit.BREAK
    },
  })
  return offset ?? 0
}

function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replace(/[.:]$/, '')
}

function offsetOf(root: Node | null, path: readonly PropertyKey[], key: string | undefined): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const step of path) {
    node = child(node, step)
    const start = startOf(node)
    if (start === undefined) return offset
    offset = start
  }
  if (key === undefined) return offset
  return startOf(pairOf(node, key)?.key) ?? offset
}

function child(node: unknown, step: PropertyKey): unknown {
  if (isSeq(node)) return node.items[Number(step)]
  return pairOf(node, String(step))?.value
}

function pairOf(node: unknown, key: string): Pair | undefined {
  if (!isMap(node)) return undefined
  return node.items.find(({ key: own }) => String(own) === key)
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]
}
