import type { Segment, Span, Unit } from '../../model.ts'
import type { Inline } from '../../syntax/inlines/inline.ts'
import { inlinesOf } from '../../syntax/inlines/inlines-of.ts'
import { attributeNames } from '../shape/attribute-names.ts'
import { applyEdits, type Edit } from './apply-edits.ts'
import { escapeEdits } from './escape-edits.ts'
import { type FilledSite, fillHoles } from './fill-holes.ts'
import { holeSitesOf } from './hole-site.ts'
import { keepCodeLines } from './keep-code-lines.ts'
import { keepLines } from './keep-lines.ts'
import { lineBreakOf } from './line-break-of.ts'
import { placeContexts } from './place-contexts.ts'
import { placeHoles } from './place-holes.ts'
import { rawOffsets } from './raw-offsets.ts'
import { unbalancedBrackets } from './unbalanced-brackets.ts'

/** A segment's place among what is written. */
export interface SegmentPlace {
  readonly unit: Unit
  readonly startsLine: boolean
  /** Whether a character occurs more than once in the unit as it is written. */
  isRepeated(character: string): boolean
}

/** The texts in the markup of a segment, as they are to be written. `written` is parallel to the units in its holes. */
export function filledSites(
  segment: Segment,
  unit: Unit,
  written: readonly (string | undefined)[],
): readonly FilledSite[] {
  if (written.every(text => text === undefined)) return []
  return fillHoles(segment, inlinesIn(segment.fragment, segment, unit), written)
}

/** A segment that stays, with the texts in its markup translated. Nothing else of its bytes changes. */
export function writeSource(segment: Segment, sites: readonly FilledSite[]): string {
  const offset = rawOffsets(segment)
  const edits = sites.flatMap(({ start, end, text }): readonly Edit[] =>
    text === undefined ? [] : [{ start: offset(start), end: offset(end), text }],
  )
  return applyEdits(segment.raw, edits)
}

/**
 * A translation as it is written in its place: line ends with the container's prefix, text escaped where the place asks
 * for it, the texts in its markup translated. Its codes stay as they are, but for `|` in a table cell.
 *
 * @param target not empty, without white space at its ends
 */
export function writeTarget(
  segment: Segment,
  target: string,
  sites: readonly FilledSite[],
  place: SegmentPlace,
): string {
  const { unit } = place
  const items = inlinesIn(target, segment, unit)
  const isShared = unit.pieces.filter(({ type }) => type === 'segment').length > 1
  const { contexts, lineContexts } = placeContexts(unit, segment, isShared)
  const holes = sites.length === 0 ? [] : placeHoles(sites, holeSitesOf(target, items))
  const edits: Edit[] = [...holes]
  edits.push(
    ...escapeEdits(target, plainSpans(target, items), {
      contexts,
      lineContexts,
      startsLine: place.startsLine && lineContexts.size > 0,
      isRepeated: character => place.isRepeated(character),
      unbalancedInSource: bracket => unbalancedInSource(segment, unit, bracket),
    }),
  )
  const kept = new Set<number>()
  if (/[\r\n]/.test(segment.raw)) {
    const sourceItems = inlinesIn(segment.fragment, segment, unit)
    const codes = keepCodeLines(segment, sourceItems, target, items)
    for (const { start } of codes) kept.add(start)
    edits.push(...codes)
    if (unit.syntax === 'html') edits.push(...keepLines(segment, sourceItems, target, items))
  }
  const lineBreak = lineBreakOf(unit) ?? ' '
  const isInHole = withinSpans(holes)
  for (const item of items) {
    if (item.type === 'fold') edits.push({ start: item.start, end: item.end, text: lineBreak })
    else if (item.type !== 'text' && !kept.has(item.start))
      edits.push(...codeEdits(target, item, lineBreak, isInHole, contexts.has('cell')))
  }
  return applyEdits(target, edits)
}

function unbalancedInSource(segment: Segment, unit: Unit, bracket: string): number {
  const { fragment } = segment
  if (!fragment.includes(bracket)) return 0
  const spans = plainSpans(fragment, inlinesIn(fragment, segment, unit))
  return unbalancedBrackets(fragment, spans).filter(offset => fragment.charAt(offset) === bracket).length
}

function inlinesIn(fragment: string, segment: Segment, unit: Unit): readonly Inline[] {
  return inlinesOf(fragment, unit.syntax, {
    source: segment.pattern,
    attributes: attributeNames(segment.pattern),
  })
}

/** Characters that stand for themselves: no escape and no reference. */
function plainSpans(target: string, items: readonly Inline[]): readonly Span[] {
  return items.filter(item => item.type === 'text' && item.value === target.slice(item.start, item.end))
}

/** Line ends of a code, and in a cell the pipes that would end it: GFM looks for them before it looks for code. */
function codeEdits(
  target: string,
  { start, end }: Span,
  lineBreak: string,
  isInHole: (offset: number) => boolean,
  isInCell: boolean,
): readonly Edit[] {
  const edits: Edit[] = []
  for (const { 0: found, index } of target.slice(start, end).matchAll(/\\[^\n]|\n|\|/g)) {
    const offset = start + index
    if (isInHole(offset)) continue
    if (found === '\n') edits.push({ start: offset, end: offset + 1, text: lineBreak })
    else if (found === '|' && isInCell) edits.push({ start: offset, end: offset + 1, text: '\\|' })
  }
  return edits
}

function withinSpans(spans: readonly Span[]): (offset: number) => boolean {
  return offset => spans.some(({ start, end }) => offset >= start && offset < end)
}
