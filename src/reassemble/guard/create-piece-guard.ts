import type { PageFormat, Skeleton } from '../../model.ts'
import { parsePage } from '../../syntax/grammar/parse-page.ts'
import { compareShapes, type ShapeDifference } from '../shape/compare-shapes.ts'
import type { TextRules } from '../shape/node-shape.ts'
import { type BlockShape, pageShape } from '../shape/page-shape.ts'
import type { Targets } from '../write/targets.ts'
import type { UnitSlot } from '../write/unit-slot.ts'
import { writePart } from '../write/write-part.ts'
import { type Accepted, acceptChanges } from './accept-changes.ts'
import { groupByPart } from './group-by-part.ts'
import type { GuardMemory } from './guard-memory.ts'
import type { PagePiece } from './page-piece.ts'
import type { TargetGroup } from './target-group.ts'
import { targetsOf } from './targets-of.ts'
import { verbatimEdges } from './verbatim-edges.ts'

interface Page {
  readonly skeleton: Skeleton
  readonly slots: readonly (UnitSlot | undefined)[]
  readonly rules: TextRules
  readonly format: PageFormat
  readonly memory: GuardMemory
  /** Whether a group's codes may be others than its source's. */
  isFree(group: TargetGroup): boolean
}

/** Tells which groups of a piece of a page can be translated without changing its structure, and writes them. */
export interface PieceGuard {
  guard(piece: PagePiece, groups: readonly TargetGroup[], targets: Targets): Accepted<TargetGroup>
  /** A part with the translations of some of its groups. */
  write(part: number, groups: readonly TargetGroup[], targets: Targets): string
}

/**
 * A bare address with what may be markup in it or at its ends. GFM looks for addresses first (6.9), so that `_` may be
 * part of one there that begins emphasis where addresses are text; a page has to keep its structure for both.
 */
const address = /(?<!\]\(|["'=]|(?<!\\)<)(?:https?:\/\/|www\.|[\w.+-]@\w)/i
const markupInAddress =
  /[*_~`[\]\\&][^\s<]*(?:https?:\/\/|www\.|@)|(?:https?:\/\/|www\.|@)[^\s<]*[*_~`[\]\\&]/i

/**
 * The structure guard of one page. A piece is written with all its translations, parsed and compared with the source's:
 * its blocks, their codes, and where these are in verbatim text. Where the codes of a block differ, the translation of
 * that block goes; what else is wrong is found by halves.
 */
export function createPieceGuard({ skeleton, slots, rules, format, isFree, memory }: Page): PieceGuard {
  const { parts } = skeleton

  function shapeOf(text: string, autolinks: boolean): readonly BlockShape[] | undefined {
    const root = parsePage(text, { format, autolinks })
    return root.type === 'fault' ? undefined : pageShape(root, rules)
  }

  function shapeOfSource({ source, definitions }: PagePiece, autolinks: boolean) {
    const text = source + definitions
    const key = `${autolinks} ${text}`
    if (!memory.shapes.has(key)) memory.shapes.set(key, shapeOf(text, autolinks))
    return memory.shapes.get(key)
  }

  function write(part: number, groups: readonly TargetGroup[], targets: Targets): string {
    const kept = targetsOf(groups, targets)
    const key = `${part} ${JSON.stringify(groups.map(({ indexes }) => indexes.map(index => [index, kept[index]])))}`
    const known = memory.parts.get(key)
    if (known !== undefined) return known
    const text = writePart(skeleton, slots, part, kept)
    memory.parts.set(key, text)
    return text
  }

  const guard: PieceGuard['guard'] = (piece, groups, targets) => {
    const source = shapeOfSource(piece, false)
    if (source === undefined) return { accepted: [], rejected: groups }
    let linked: readonly BlockShape[] | undefined
    const pieceParts = parts.slice(piece.from, piece.to)
    const raws = pieceParts.map(({ raw }) => raw)
    const offsets = offsetsIn(piece, skeleton)
    const free = groups.filter(isFree).map(({ part }) => offsets.get(part) ?? -1)
    const isFreeBlock = (block: BlockShape): boolean => free.some(offset => isIn(block, offset))

    function differences(applied: readonly TargetGroup[]): readonly ShapeDifference[] | undefined {
      const written = writePiece(applied)
      const text = written.join('') + piece.definitions
      const target = shapeOf(text, false)
      if (source === undefined || target === undefined) return undefined
      const found = compareShapes(source, target, isFreeBlock)
      if (found.length > 0) return found
      if (edgesIn(target, written) !== edgesIn(source, raws)) return undefined
      if (!written.some(isUnclear)) return []
      linked ??= shapeOfSource(piece, true)
      return compareShapes(linked ?? [], shapeOf(text, true) ?? [], isFreeBlock)
    }

    function writePiece(applied: readonly TargetGroup[]): readonly string[] {
      const changed = groupByPart(applied)
      return raws.map((raw, at) => {
        const own = changed.get(piece.from + at)
        return own === undefined ? raw : write(piece.from + at, own, targets)
      })
    }

    function edgesIn(blocks: readonly BlockShape[], texts: readonly string[]): string {
      const written = texts.map(({ length }, at) => ({ type: pieceParts[at]?.type ?? 'verbatim', length }))
      return verbatimEdges(blocks, written, startOf(piece))
    }

    function isUnclear(text: string, at: number): boolean {
      const raw = raws[at] ?? ''
      return format === 'markdown' && text !== raw && (hasUnclearAddress(text) || hasUnclearAddress(raw))
    }

    const found = differences(groups)
    if (found?.length === 0) return { accepted: groups, rejected: [] }
    const guilty = new Set(found?.flatMap(difference => onlyGroupIn(difference, groups, offsets) ?? []))
    const others = groups.filter(group => !guilty.has(group))
    const { accepted, rejected } = acceptChanges(others, applied => differences(applied)?.length === 0, {
      isKnownToBreak: guilty.size === 0,
    })
    return { accepted, rejected: [...guilty, ...rejected] }
  }

  return { guard, write }
}

function hasUnclearAddress(text: string): boolean {
  return address.test(text) && markupInAddress.test(text)
}

/** Where a piece starts in its syntax tree, which has no byte-order mark. */
function startOf({ source }: PagePiece): number {
  return source.startsWith('\uFEFF') ? -1 : 0
}

/** Where the parts of a piece start in its syntax tree. */
function offsetsIn(piece: PagePiece, { parts }: Skeleton): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>()
  let offset = startOf(piece)
  for (let part = piece.from; part < piece.to; part++) {
    offsets.set(part, offset)
    offset += parts[part]?.raw.length ?? 0
  }
  return offsets
}

function isIn(block: BlockShape, offset: number): boolean {
  return block.start.offset <= offset && offset < block.end.offset
}

/** The one group in a block whose codes differ; none when the block itself is another, or several groups are in it. */
function onlyGroupIn(
  { source, target }: ShapeDifference,
  groups: readonly TargetGroup[],
  offsets: ReadonlyMap<number, number>,
): TargetGroup | undefined {
  if (source === undefined || source.block !== target?.block) return undefined
  const inside = groups.filter(({ part }) => isIn(source, offsets.get(part) ?? -1))
  return inside.length === 1 ? inside[0] : undefined
}
