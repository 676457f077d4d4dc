import {
  isAlias,
  isCollection,
  isPair,
  isScalar,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { deepestValue } from './deepest-value.ts'
import { isOtherYamlType } from './is-other-yaml-type.ts'
import type { SharedValue, YamlFault, YamlText, YamlTexts } from './yaml-text.ts'

const styles = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
} as const

/**
 * Reads the text values of any YAML document (1.2, core schema) in document order. Values that are no strings, for a
 * reader of YAML 1.1 either, empty or tagged are left out; aliases are never expanded.
 */
export function readYamlTexts(raw: string): YamlTexts | YamlFault {
  try {
    const document = parseDocument(raw, { keepSourceTokens: true, prettyErrors: false, uniqueKeys: false })
    const [error] = document.errors
    if (error !== undefined) return faultOf(error)
    const found = { texts: [], shared: [] }
    const where = { path: '', inFlow: false, isShared: false, depth: 0 }
    return collect(document.contents, where, found) ?? found
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { type: 'fault', offset: 0, message: 'it is nested too deeply' }
  }
}

function faultOf({ code, pos, message }: YAMLError): YamlFault {
  if (code === 'MULTIPLE_DOCS')
    return { type: 'fault', offset: pos[0], message: 'a second document begins here' }
  if (code === 'RESOURCE_EXHAUSTION')
    return { type: 'fault', offset: pos[0], message: 'it is nested too deeply' }
  return {
    type: 'fault',
    offset: pos[0],
    message: message.charAt(0).toLowerCase() + message.slice(1).replace(/[.:]\s*$/, ''),
  }
}

interface Where {
  readonly path: string
  readonly inFlow: boolean
  /** Below an anchor. */
  readonly isShared: boolean
  readonly depth: number
}

interface Found {
  readonly texts: YamlText[]
  readonly shared: SharedValue[]
}

/** Adds the texts at and below `node`; stops at a duplicate key, and where nesting has no end. */
function collect(node: unknown, where: Where, into: Found): YamlFault | undefined {
  if (isAlias(node)) into.shared.push({ path: where.path, start: node.range?.[0] ?? 0 })
  else if (isScalar(node)) addText(node, where, into)
  else if (isCollection(node)) return collectItems(node, where, into)
  return undefined
}

function addText(node: Scalar, where: Where, into: Found): void {
  const text = textAt(node, where)
  if (text === undefined) return
  if (where.isShared || node.anchor !== undefined) into.shared.push({ path: text.path, start: text.start })
  else into.texts.push(text)
}

function collectItems(node: YAMLMap | YAMLSeq, where: Where, into: Found): YamlFault | undefined {
  if (where.depth > deepestValue)
    return { type: 'fault', offset: node.range?.[0] ?? 0, message: 'it is nested too deeply' }
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
      isShared: where.isShared || node.anchor !== undefined,
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
  const { value, range, type, srcToken, tag } = node
  if (typeof value !== 'string' || value === '' || tag !== undefined) return undefined
  if (type === 'PLAIN' && isOtherYamlType(value)) return undefined
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
