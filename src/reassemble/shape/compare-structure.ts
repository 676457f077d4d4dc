import type { Root } from 'mdast'
import type { PageFormat, Position } from '../../model.ts'
import type { MdxFault } from '../../syntax/grammar/mdx-fault.ts'
import { parsePage } from '../../syntax/grammar/parse-page.ts'
import { compareShapes } from './compare-shapes.ts'
import { type BlockShape, pageShape } from './page-shape.ts'

/** A place where two pages have another structure. */
export interface StructureDifference {
  readonly source: Position
  readonly target: Position
  /** What the source has there, and what the target: a node and the codes in its text; empty where a page ends. */
  readonly expected: string
  readonly found: string
}

interface Options {
  readonly format: PageFormat
  /** Names of the attributes that are translated. */
  readonly attributes?: readonly string[]
}

const defaultAttributes = ['alt', 'title', 'aria-label', 'placeholder']
const pageStart: Position = { line: 1, column: 1, offset: 0 }

/**
 * Where the structure of a page differs from that of its translation: nodes, nesting, URLs, ids, code, HTML tags, front
 * matter keys and types. Text doesn't count, nor the order of codes within one parent. The list ends with the first block
 * that is another one. Of two pages of which one is invalid MDX, that is the difference.
 */
export function compareStructure(
  source: string,
  target: string,
  { format, attributes = defaultAttributes }: Options,
): readonly StructureDifference[] {
  if (source === target) return []
  const one = parsePage(source, { format })
  const other = parsePage(target, { format })
  if (one.type === 'fault' || other.type === 'fault') return compareFaults(one, other)
  const rules = { attributes: new Set(attributes), isFrontMatterText: () => true }
  return compareShapes(pageShape(one, rules), pageShape(other, rules), () => false).map(difference => ({
    source: difference.source?.start ?? pageStart,
    target: difference.target?.start ?? pageStart,
    expected: describe(difference.source),
    found: describe(difference.target),
  }))
}

function compareFaults(source: Root | MdxFault, target: Root | MdxFault): readonly StructureDifference[] {
  if (source.type === target.type) return []
  return [
    {
      source: faultPosition(source),
      target: faultPosition(target),
      expected: source.type === 'fault' ? source.message : 'valid MDX',
      found: target.type === 'fault' ? target.message : 'valid MDX',
    },
  ]
}

function faultPosition(page: Root | MdxFault): Position {
  return page.type === 'fault' ? { line: page.line, column: page.column, offset: 0 } : pageStart
}

function describe(block: BlockShape | undefined): string {
  return block === undefined ? '' : `${block.block}${block.inlines === '' ? '' : `: ${block.inlines}`}`
}
