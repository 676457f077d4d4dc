import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic, Locale, PageFormat, Position, Skeleton } from '../model.ts'
import { parsePage } from '../syntax/grammar/parse-page.ts'
import { segmentsOf } from '../syntax/segments-of.ts'
import { acceptChanges } from './guard/accept-changes.ts'
import { type PagePiece, pagePieces } from './guard/page-piece.ts'
import { targetGroups } from './guard/target-group.ts'
import type { NewSentence, PagePatch } from './page-patch.ts'
import { placeBlock, type UnitSpan } from './place-block.ts'
import { compareShapes } from './shape/compare-shapes.ts'
import type { TextRules } from './shape/node-shape.ts'
import { type BlockShape, pageShape } from './shape/page-shape.ts'
import { textRulesOf } from './shape/text-rules-of.ts'
import { applyEdits, type Edit } from './write/apply-edits.ts'
import type { Targets } from './write/targets.ts'
import { slotsOf } from './write/unit-slot.ts'
import { writePart } from './write/write-part.ts'

export interface PatchInput {
  /** The page as it is, and its skeleton. */
  readonly text: string
  readonly skeleton: Skeleton
  readonly patch: PagePatch
  readonly format: PageFormat
  /** The page's file, for diagnostics. */
  readonly file: string
  readonly locale: Locale
}

export interface PatchedPage {
  readonly text: string
  /** What is not on the page: indexes of segments, of the patch's sentences and of its blocks. */
  readonly rejected: {
    readonly targets: readonly number[]
    readonly sentences: readonly number[]
    readonly blocks: readonly number[]
  }
  readonly diagnostics: readonly Diagnostic[]
}

/** One change of a page. Its span is in offsets of the page. */
interface Change extends Edit {
  readonly position: Position
  /** Segments that it changes, or the new block that it is. */
  readonly segments: readonly number[]
  readonly block?: number
}

/**
 * Changes spans of a page and leaves every other byte alone. A change that would alter the structure of the page around
 * it is dropped, with a diagnostic; the codes of a changed text may be others than before.
 */
export function patchPage(input: PatchInput): PatchedPage {
  const { text, skeleton, patch, format, file, locale } = input
  const targets = withSentences(skeleton, patch)
  const changes = [...textChanges(skeleton, targets), ...blockChanges(text, skeleton, patch)].sort(
    (a, b) => a.start - b.start,
  )
  const rules = textRulesOf(skeleton)
  const accepted: Change[] = []
  const rejected: Change[] = []
  const pieces = changes.length === 0 ? [] : pagePieces(skeleton, format)
  for (const [at, piece] of pieces.entries()) {
    const end = pieces[at + 1]?.offset ?? text.length + 1
    const own = changes.filter(({ start }) => start >= piece.offset && start < end)
    if (own.length === 0) continue
    const result = acceptChanges(own, createGuard(piece, rules, format))
    accepted.push(...result.accepted)
    rejected.push(...result.rejected)
  }
  const gone = new Set(rejected.flatMap(({ segments }) => segments))
  return {
    text: applyEdits(text, accepted),
    rejected: {
      targets: [...gone].filter(index => patch.targets[index] !== undefined).sort((a, b) => a - b),
      sentences: (patch.sentences ?? []).flatMap((sentence, at) => (gone.has(hostOf(sentence)) ? [at] : [])),
      blocks: rejected.flatMap(({ block }) => block ?? []).sort((a, b) => a - b),
    },
    diagnostics: rejected.map(({ position: { line, column } }) => ({
      code: 'structure-changed',
      severity: diagnosticCodes['structure-changed'],
      message:
        'A change here would alter the structure of the page around it, so that it was not made. Make it by hand.',
      file,
      line,
      column,
      locale,
    })),
  }
}

function hostOf({ after, before }: NewSentence): number {
  return after ?? before ?? -1
}

/** The targets with each new sentence joined to the one that it stands beside. */
function withSentences(skeleton: Skeleton, { targets, sentences = [] }: PagePatch): Targets {
  if (sentences.length === 0) return targets
  const segments = segmentsOf(skeleton)
  const joined = [...targets]
  for (const sentence of sentences) {
    const host = hostOf(sentence)
    const present = joined[host] ?? segments[host]?.fragment
    if (present === undefined) continue
    const order = sentence.after === undefined ? [sentence.text, present] : [present, sentence.text]
    joined[host] = order.filter(text => text !== '').join(' ')
  }
  return joined
}

function textChanges(skeleton: Skeleton, targets: Targets): readonly Change[] {
  const slots = slotsOf(skeleton)
  const indexes = new Map<number, number[]>()
  for (const group of targetGroups(slots, targets)) {
    indexes.set(group.part, [...(indexes.get(group.part) ?? []), ...group.indexes])
  }
  const changes: Change[] = []
  let start = 0
  for (const [part, { raw }] of skeleton.parts.entries()) {
    const segments = indexes.get(part)
    const slot = slots[part]
    if (segments !== undefined && slot !== undefined) {
      const text = writePart(skeleton, slots, part, targets)
      changes.push({ start, end: start + raw.length, text, position: slot.unit.position, segments })
    }
    start += raw.length
  }
  return changes
}

function blockChanges(text: string, skeleton: Skeleton, { blocks = [] }: PagePatch): readonly Change[] {
  if (blocks.length === 0) return []
  const units = unitSpans(skeleton)
  return blocks.map((block, at) => {
    const { offset, position } = placeBlock(text, units, block.after)
    return { start: offset, end: offset, text: block.text, position, segments: [], block: at }
  })
}

function unitSpans({ parts }: Skeleton): readonly UnitSpan[] {
  let end = 0
  return parts.flatMap(part => {
    const start = end
    end += part.raw.length
    return part.type === 'unit' ? { start, end, unit: part } : []
  })
}

/** Tells whether a piece keeps its structure with changes made, new blocks apart. */
function createGuard(
  piece: PagePiece,
  rules: TextRules,
  format: PageFormat,
): (changes: readonly Change[]) => boolean {
  const before = shapeOf(piece.source + piece.definitions, rules, format)
  const mark = piece.source.startsWith('\uFEFF') ? 1 : 0
  return changes => {
    const edits = changes
      .map(change => ({ ...change, start: change.start - piece.offset, end: change.end - piece.offset }))
      .sort((a, b) => a.start - b.start)
    const after = shapeOf(applyEdits(piece.source, edits) + piece.definitions, rules, format)
    if (before === undefined || after === undefined) return false
    const inserted = insertedSpans(edits)
    const kept = after.filter(({ start }, at) => {
      const offset = start.offset + mark
      // The root begins where the page does, whatever stands there.
      return at === 0 || !inserted.some(span => span.start <= offset && offset < span.end)
    })
    const isChanged = ({ start, end }: BlockShape): boolean =>
      edits.some(edit => start.offset <= edit.start - mark && edit.start - mark < end.offset)
    return compareShapes(before, kept, isChanged).length === 0
  }
}

/** Where the new blocks are in the piece as it is then. */
function insertedSpans(edits: readonly (Edit & Pick<Change, 'block'>)[]): readonly Edit[] {
  let shift = 0
  return edits.flatMap(({ start, end, text, block }) => {
    const from = start + shift
    shift += text.length - (end - start)
    return block === undefined ? [] : [{ start: from, end: from + text.length, text }]
  })
}

/** A list with an item more may be a loose one. */
function shapeOf(text: string, rules: TextRules, format: PageFormat): readonly BlockShape[] | undefined {
  const root = parsePage(text, { format })
  if (root.type === 'fault') return undefined
  return pageShape(root, rules).map(shape => ({ ...shape, block: shape.block.replace(/ spread=\w+/, '') }))
}
