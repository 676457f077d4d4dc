import type { Skeleton } from '../model.ts'
import { segmentsOf } from '../syntax/segments-of.ts'
import { alignSequences } from './align-sequences.ts'
import { type PageBlock, pageBlocks, segmentItem } from './page-blocks.ts'

/** Segments that say the same, by their places in `segmentsOf` of each page; consecutive on both sides. */
export interface SegmentBead {
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** How sure the alignment is, 0 to 100. */
  readonly score: number
}

export interface PageAlignment {
  /** In source order; sides are never empty. */
  readonly beads: readonly SegmentBead[]
  /** Segments without a partner. */
  readonly sourceOnly: readonly number[]
  readonly targetOnly: readonly number[]
  /**
   * Whether the pages have the same units in the same order: each unit has a partner and nothing is left over. Such a
   * page may be filled outright; the caller checks that it is then regenerated to the byte.
   */
  readonly sameShape: boolean
}

/** How well two texts translate each other, 0 to 1; undefined when nothing is known. */
export type TranslationFit = (source: string, target: string) => number | undefined

/**
 * Aligns two language versions of a page: units first, by type, length and anchors, then the segments of each pair of
 * units.
 *
 * @param judge a second opinion on pairs of segments: a lexicon learned from surer pairs
 */
export function alignPages(source: Skeleton, target: Skeleton, judge?: TranslationFit): PageAlignment {
  const left = pageBlocks(source)
  const right = pageBlocks(target)
  const sourceSegments = segmentsOf(source)
  const targetSegments = segmentsOf(target)
  const sameShape = left.length === right.length && left.every((block, i) => block.type === right[i]?.type)
  const blocks = sameShape
    ? left.map((_, i) => ({ source: [i], target: [i], similarity: 0.5 }))
    : alignSequences(left, right, { merges: false })
  const beads: SegmentBead[] = []
  for (const block of blocks) {
    const from = left[block.source[0] ?? -1]
    const to = right[block.target[0] ?? -1]
    if (from === undefined || to === undefined) continue
    const inner = alignSequences(
      from.segments.map(i => segmentItem(segment(sourceSegments, i))),
      to.segments.map(i => segmentItem(segment(targetSegments, i))),
      { merges: true },
    )
    for (const bead of inner) {
      if (bead.source.length === 0 || bead.target.length === 0) continue
      const own = bead.source.map(i => from.segments[i] as number)
      const other = bead.target.map(i => to.segments[i] as number)
      const opinion = judge?.(joined(sourceSegments, own), joined(targetSegments, other))
      beads.push({ source: own, target: other, score: score(bead.similarity, opinion, from, to, sameShape) })
    }
  }
  beads.sort((a, b) => (a.source[0] as number) - (b.source[0] as number))
  const paired = new Set(beads.flatMap(bead => bead.source))
  const pairedTarget = new Set(beads.flatMap(bead => bead.target))
  return {
    beads,
    sourceOnly: sourceSegments.flatMap((_, i) => (paired.has(i) ? [] : [i])),
    targetOnly: targetSegments.flatMap((_, i) => (pairedTarget.has(i) ? [] : [i])),
    sameShape,
  }
}

/** Similarity, the lexicon's opinion, and what the shapes of the blocks and pages add. */
function score(
  similarity: number,
  opinion: number | undefined,
  from: PageBlock,
  to: PageBlock,
  sameShape: boolean,
): number {
  const sure = opinion === undefined ? similarity : 0.5 * similarity + 0.5 * opinion
  // The same key of the front matter says the same, however little the words have in common.
  const type = from.type !== to.type ? -0.15 : from.unit.path === undefined ? 0.1 : 0.35
  const count = from.segments.length === to.segments.length ? 0.1 : 0
  return Math.round(100 * Math.max(0, Math.min(1, sure + type + count + (sameShape ? 0.15 : 0))))
}

function segment<T>(segments: readonly T[], at: number): T {
  const found = segments[at]
  if (found === undefined) throw new RangeError(`No segment ${at}.`)
  return found
}

function joined(segments: readonly { readonly fragment: string }[], at: readonly number[]): string {
  return at.map(i => segment(segments, i).fragment).join(' ')
}
