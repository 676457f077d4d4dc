import { isCollection, isPair, isScalar, type Pair, parseDocument, type Scalar, type YAMLError } from 'yaml'
import type { YamlText } from './yaml-text.ts'

/** Why YAML can't be read. */
export interface YamlFault {
  readonly type: 'fault'
  readonly offset: number
  readonly message: string
}

/** No front matter is nested deeper; what is deeper is left alone. */
const maxDepth = 64

const styles = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
} as const

/**
 * Reads the text values of any YAML document (1.2, core schema) in document order. Values that are no strings, empty, tagged,
 * or shared through an anchor are left out; aliases are never expanded.
 */
export function readYamlTexts(raw: string): readonly YamlText[] | YamlFault {
  try {
    const document = parseDocument(raw, { keepSourceTokens: true, prettyErrors: false, uniqueKeys: false })
    const [error] = document.errors
    if (error !== undefined) return faultOf(error)
    const texts: YamlText[] = []
    return collect(document.contents, { path: '', inFlow: false, depth: 0 }, texts) ?? texts
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { type: 'fault', offset: 0, message: 'it is nested too deeply' }
  }
}

function faultOf({ pos, message }: YAMLError): YamlFault {
  return {
    type: 'fault',
    offset: pos[0],
    message: message.charAt(0).toLowerCase() + message.slice(1).replace(/[.:]\s*$/, ''),
  }
}

interface Where {
  readonly path: string
  readonly inFlow: boolean
  readonly depth: number
}

/** Adds the texts at and below `node`; stops at a duplicate key. */
function collect(node: unknown, where: Where, into: YamlText[]): YamlFault | undefined {
  if (isScalar(node)) {
    const text = textAt(node, where)
    if (text !== undefined) into.push(text)
    return undefined
  }
  if (!isCollection(node) || node.anchor !== undefined || where.depth > maxDepth) return undefined
  const keys = new Set<string>()
  for (const [index, item] of node.items.entries()) {
    const key = isPair(item) ? keyOf(item) : String(index)
    if (key === undefined) continue
    if (keys.has(key))
      return { type: 'fault', offset: startOf(item), message: `the key “${key}” is there twice` }
    keys.add(key)
    const below = {
      path: where.path === '' ? key : `${where.path}.${key}`,
      inFlow: where.inFlow || node.flow === true,
      depth: where.depth + 1,
    }
    const fault = collect(isPair(item) ? item.value : item, below, into)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** The key as text; none when it is no scalar. */
function keyOf({ key }: Pair): string | undefined {
  return isScalar(key) ? String(key.value) : undefined
}

function startOf(item: unknown): number {
  return isPair(item) && isScalar(item.key) ? (item.key.range?.[0] ?? 0) : 0
}

function textAt(node: Scalar, where: Where): YamlText | undefined {
  const { value, range, type, srcToken, anchor, tag } = node
  if (typeof value !== 'string' || value === '' || anchor !== undefined || tag !== undefined) return undefined
  if (range == null || srcToken === undefined || !('indent' in srcToken)) return undefined
  if (type === undefined || !(type in styles)) return undefined
  return {
    path: where.path,
    start: range[0],
    end: range[1],
    value,
    place: {
      type: 'yaml',
      style: styles[type as keyof typeof styles],
      indent: Math.max(0, srcToken.indent),
      ...(where.inFlow ? { inFlow: true as const } : {}),
    },
  }
}
