import type { Code, Segment, Skeleton, Unit } from '../model.ts'
import type { AlignItem } from './align-item.ts'
import { textAnchors } from './text-anchors.ts'

/** One unit of a page as the aligner sees it, with its segments by their place in `segmentsOf`. */
export interface PageBlock extends AlignItem {
  readonly unit: Unit
  readonly segments: readonly number[]
}

/** A page's units in document order, those in the holes of codes included. */
export function pageBlocks(skeleton: Skeleton): readonly PageBlock[] {
  const blocks: PageBlock[] = []
  let count = 0
  const visit = (unit: Unit): void => {
    const segments: number[] = []
    const own: Segment[] = []
    // A unit comes before those in its holes, as its first segment does.
    const at = blocks.push({ unit, segments, ...blockItem(unit, []) }) - 1
    for (const piece of unit.pieces) {
      if (piece.type === 'gap') continue
      segments.push(count++)
      own.push(piece)
      for (const item of piece.pattern) {
        if (typeof item !== 'string') for (const hole of item.holes ?? []) visit(hole.unit)
      }
    }
    blocks[at] = { unit, segments, ...blockItem(unit, own) }
  }
  for (const part of skeleton.parts) if (part.type === 'unit') visit(part)
  return blocks
}

function blockItem(unit: Unit, segments: readonly Segment[]): AlignItem {
  const items = segments.map(segmentItem)
  const anchors = new Map<string, number>()
  for (const item of items) for (const [anchor, weight] of item.anchors) add(anchors, anchor, weight)
  if (unit.path !== undefined) add(anchors, `path ${unit.path}`, 6)
  const level = unit.role === 'heading' ? unit.headings.length : ''
  return {
    type: `${unit.role}${level}${unit.path ?? ''}`,
    length: items.reduce((sum, item) => sum + item.length, 0),
    anchors,
  }
}

/** One segment as the aligner sees it. */
export function segmentItem(segment: Segment): AlignItem {
  const anchors = new Map<string, number>()
  let length = 0
  for (const item of segment.pattern) {
    if (typeof item === 'string') {
      length += item.length
      textAnchors(item, (anchor, weight) => add(anchors, anchor, weight))
    } else if (item.kind === 'label') {
      length += item.literal.length - 4
      textAnchors(item.literal, (anchor, weight) => add(anchors, anchor, weight))
      add(anchors, 'label', 0.3)
    } else if (item.form !== 'close' || item.kind === 'link') {
      length += item.form === 'standalone' ? Math.min(20, item.literal.length) : 0
      add(anchors, codeAnchor(item), 2)
    }
  }
  return { type: 'segment', length, anchors }
}

/** What a translation keeps of a code: a link's path without locale and query, an image's file name, code as it is. */
function codeAnchor(code: Code): string {
  const { literal, kind } = code
  if (kind === 'image') return `image ${/[^/()"\s]+\.\w+/u.exec(literal)?.[0] ?? ''}`
  if (kind === 'link' || kind === 'url')
    return `link ${literal.replace(/^\]?\(?|["')\s].*$/gu, '').replace(/\?.*$/u, '')}`
  if (kind === 'code' || kind === 'email') return literal
  return kind
}

function add(anchors: Map<string, number>, anchor: string, weight: number): void {
  anchors.set(anchor, (anchors.get(anchor) ?? 0) + weight)
}
