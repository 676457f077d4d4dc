import type { Nodes, Root } from 'mdast'
import type { Point } from 'unist'
import type { Position } from '../../model.ts'
import { nodeShape, type TextRules } from './node-shape.ts'

/** A block of a page, as far as a translation must leave it as it is. Positions are the tree's. */
export interface BlockShape {
  /** How deep it is nested, and what it is. */
  readonly block: string
  /** The codes in its text, for a block that has any: nested as they are, in no order, with `text` if there is text. */
  readonly inlines: string
  /** Offsets at which these codes begin and end, in no order. */
  readonly edges: readonly number[]
  readonly start: Position
  readonly end: Position
}

/** Codes that are nested deeper are not compared. */
const maxInlineDepth = 100

const withInlines = new Set(['paragraph', 'heading', 'tableCell'])

/** The blocks of a page in document order. */
export function pageShape(root: Root, rules: TextRules): readonly BlockShape[] {
  const blocks: BlockShape[] = []
  const waiting: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next
    const isLeaf = withInlines.has(node.type)
    const edges: number[] = []
    blocks.push({
      block: `${depth} ${nodeShape(node, rules)}`,
      inlines: isLeaf ? leafShape(node, rules, edges) : '',
      edges,
      start: positionOf(node.position?.start),
      end: positionOf(node.position?.end),
    })
    if (isLeaf || !('children' in node)) continue
    for (const child of [...node.children].reverse()) waiting.push({ node: child, depth: depth + 1 })
  }
  return blocks
}

function positionOf(point: Point | undefined): Position {
  return { line: point?.line ?? 1, column: point?.column ?? 1, offset: point?.offset ?? 0 }
}

function leafShape(node: Nodes, rules: TextRules, edges: number[]): string {
  const found = { hasText: false, edges }
  const shape = inlineShape(node, rules, found, 0)
  return found.hasText ? `text ${shape}` : shape
}

interface Found {
  hasText: boolean
  readonly edges: number[]
}

/** Codes beside each other are sorted: languages put them in another order. */
function inlineShape(parent: Nodes, rules: TextRules, found: Found, depth: number): string {
  if (!('children' in parent) || depth > maxInlineDepth) return ''
  const shapes: string[] = []
  for (const child of parent.children) {
    if (child.type === 'text') {
      found.hasText ||= /\S/.test(child.value)
      continue
    }
    found.edges.push(positionOf(child.position?.start).offset, positionOf(child.position?.end).offset)
    const inside = inlineShape(child, rules, found, depth + 1)
    shapes.push(inside === '' ? nodeShape(child, rules) : `${nodeShape(child, rules)} (${inside})`)
  }
  return shapes.sort().join(', ')
}
