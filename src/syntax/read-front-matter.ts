import { isCollection, isPair, isScalar, type Pair, parseDocument, type Scalar, type YAMLError } from 'yaml'
import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic, FrontMatterAction, FrontMatterRule, Place, Span } from '../model.ts'
import { frontMatterAction } from './front-matter-action.ts'

/** A text value of a page's front matter. Its span is in offsets of the page and covers it as written: quotes or block header included. */
export interface FrontMatterScalar extends Span {
  /** `meta.title`, `items.0.text`. */
  readonly path: string
  readonly value: string
  readonly place: Extract<Place, { type: 'yaml' }>
  readonly action: FrontMatterAction
}

export interface FrontMatter {
  readonly scalars: readonly FrontMatterScalar[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Options {
  readonly file: string
  readonly rules: readonly FrontMatterRule[]
  /** Line of the page that `raw` begins on, and its offset in the page. */
  readonly line: number
  readonly offset: number
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
 * Reads the text values of a page's front matter, in document order. Values that are no strings, empty, tagged, or
 * shared through an anchor are left alone; aliases are never expanded. Front matter that isn't valid YAML (1.2, core
 * schema) gives a diagnostic and no value, so that it stays as it is.
 *
 * @param raw the text between the lines of dashes
 */
export function readFrontMatter(raw: string, options: Options): FrontMatter {
  let found: readonly FrontMatterScalar[] | Fault
  try {
    found = scalarsOf(raw, options)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    found = { offset: 0, message: 'it is nested too deeply' }
  }
  if (!('offset' in found)) return { scalars: found, diagnostics: [] }
  const before = raw.slice(0, found.offset).split(/\r\n|\r|\n/)
  return {
    scalars: [],
    diagnostics: [
      {
        code: 'front-matter-invalid',
        severity: diagnosticCodes['front-matter-invalid'],
        message: `The front matter is not valid YAML: ${found.message}. Correct it: until then it stays untranslated.`,
        file: options.file,
        line: options.line + before.length - 1,
        column: (before.at(-1)?.length ?? 0) + 1,
      },
    ],
  }
}

interface Fault {
  /** Relative to the front matter. */
  readonly offset: number
  readonly message: string
}

function scalarsOf(raw: string, options: Options): readonly FrontMatterScalar[] | Fault {
  const document = parseDocument(raw, { keepSourceTokens: true, prettyErrors: false, uniqueKeys: false })
  const [error] = document.errors
  if (error !== undefined) return faultOf(error)
  const scalars: FrontMatterScalar[] = []
  const fault = collect(document.contents, { path: '', inFlow: false, depth: 0 }, options, scalars)
  return fault ?? scalars
}

function faultOf({ pos, message }: YAMLError): Fault {
  return {
    offset: pos[0],
    message: message.charAt(0).toLowerCase() + message.slice(1).replace(/[.:]\s*$/, ''),
  }
}

interface Where {
  readonly path: string
  readonly inFlow: boolean
  readonly depth: number
}

/** Adds the scalars at and below `node`; stops at a duplicate key. */
function collect(
  node: unknown,
  where: Where,
  options: Options,
  into: FrontMatterScalar[],
): Fault | undefined {
  if (isScalar(node)) {
    const scalar = scalarAt(node, where, options)
    if (scalar !== undefined) into.push(scalar)
    return undefined
  }
  if (!isCollection(node) || node.anchor !== undefined || where.depth > maxDepth) return undefined
  const keys = new Set<string>()
  for (const [index, item] of node.items.entries()) {
    const key = isPair(item) ? keyOf(item) : String(index)
    if (key === undefined) continue
    if (keys.has(key)) return { offset: startOf(item), message: `the key “${key}” is there twice` }
    keys.add(key)
    const below = {
      path: where.path === '' ? key : `${where.path}.${key}`,
      inFlow: where.inFlow || node.flow === true,
      depth: where.depth + 1,
    }
    const fault = collect(isPair(item) ? item.value : item, below, options, into)
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

function scalarAt(node: Scalar, where: Where, options: Options): FrontMatterScalar | undefined {
  const { value, range, type, srcToken, anchor, tag } = node
  if (typeof value !== 'string' || value === '' || anchor !== undefined || tag !== undefined) return undefined
  if (range == null || srcToken === undefined || !('indent' in srcToken)) return undefined
  if (type === undefined || !(type in styles)) return undefined
  return {
    path: where.path,
    start: options.offset + range[0],
    end: options.offset + range[1],
    value,
    place: {
      type: 'yaml',
      style: styles[type as keyof typeof styles],
      indent: Math.max(0, srcToken.indent),
      ...(where.inFlow ? { inFlow: true as const } : {}),
    },
    action: frontMatterAction(where.path, options.rules),
  }
}
