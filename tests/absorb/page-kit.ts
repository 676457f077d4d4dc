import type { GapEdit, PageAlignment } from '../../src/absorb/alignment/page-alignment.ts'
import type { PageBase } from '../../src/absorb/base/page-base.ts'
import { recordRegenerated } from '../../src/absorb/base/record-regenerated.ts'
import { extractPage } from '../../src/extract/extract-page.ts'
import type { Skeleton, Unit } from '../../src/model.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'

/** Extracts a page the way the pipeline does; it must have no faults. */
export function extract(text: string, locale: 'fr' | 'en'): Skeleton {
  const { skeleton, diagnostics } = extractPage(text, {
    file: 'page.md',
    locale,
    format: 'markdown',
    values: [
      { path: 'title', action: 'translate' },
      { path: '*', action: 'keep' },
    ],
    attributes: ['alt', 'title'],
  })
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new Error(diagnostics[0]?.message)
  return skeleton
}

/** Writes a page from its source's skeleton: what the reassembling stage does with pages as plain as these. */
export function write(source: Skeleton, targets: readonly (string | undefined)[]): string {
  let index = 0
  const writeUnit = (unit: Unit): string => {
    const texts: { gap: string; text: string }[] = []
    let gap = ''
    for (const piece of unit.pieces) {
      if (piece.type === 'gap') {
        gap += piece.raw
        continue
      }
      const holes = piece.pattern.flatMap(item =>
        typeof item === 'string' ? [] : (item.holes ?? []).map(hole => hole.unit),
      )
      const text = targets[index++] ?? piece.raw
      texts.push({ gap, text: holes.reduce((host, hole) => putInto(host, hole, writeUnit(hole)), text) })
      gap = ''
    }
    const kept = texts.filter(({ text }) => text !== '')
    return kept.map((one, order) => (order === 0 ? (texts[0]?.gap ?? '') : one.gap) + one.text).join('') + gap
  }
  return source.parts.map(part => (part.type === 'verbatim' ? part.raw : writeUnit(part))).join('')
}

function putInto(host: string, hole: Unit, text: string): string {
  return host.replace(hole.raw, () => text)
}

/** The base of a page that was never written. */
export const blankBase: PageBase = { segments: [], diverged: false }

/** The base of a page whose segments were written with these targets. */
export function baseOf(
  source: Skeleton,
  targets: readonly (string | undefined)[],
  diverged = false,
): PageBase {
  const { gaps, written, tail } = recordRegenerated(source, targets)
  const segments = segmentsOf(source).map(({ key, fragment }, index) => {
    const target = targets[index]
    const rest = { key, source: fragment, gap: gaps[index] ?? '', written: written[index] ?? '' }
    return target === undefined
      ? ({ ...rest, state: 'initial' } as const)
      : ({ ...rest, target, state: 'translated' } as const)
  })
  return { segments, tail, diverged }
}

/**
 * Patches a page by its alignment: verbatim text follows the source, then new blocks and sentences are put in, in the
 * source's language. What the reassembling stage does with pages as plain as these, without its guard.
 */
export function patch(
  page: Skeleton,
  source: Skeleton,
  { gaps, newBlocks, newSegments }: PageAlignment,
): string {
  const text = applyEdits(page.parts.map(part => part.raw).join(''), gaps)
  const followed = extract(text, 'en')
  const sources = segmentsOf(source)
  const spans = segmentSpans(followed)
  const sentences = newSegments.map(({ segment, after, before }) => {
    const raw = sources[segment]?.raw ?? ''
    const offset = after === undefined ? (spans[before ?? 0]?.start ?? 0) : (spans[after]?.end ?? 0)
    return { start: offset, end: offset, text: after === undefined ? `${raw} ` : ` ${raw}` }
  })
  const blocks = newBlocks.map(({ after, parts }) => {
    const offset = after === -1 ? firstLine(followed) : endOfLine(text, endOfUnit(followed, after))
    return { start: offset, end: offset, text: parts.map(part => part.raw).join('') }
  })
  const isAfter = (_: unknown, order: number) => newSegments[order]?.after !== undefined
  return applyEdits(text, [
    ...sentences.filter(isAfter),
    ...blocks,
    ...sentences.filter((sentence, order) => !isAfter(sentence, order)),
  ])
}

/** Edits of one place are made in their order. */
function applyEdits(text: string, edits: readonly GapEdit[]): string {
  let edited = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    edited += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return edited + text.slice(at)
}

/** Where the line of the first unit begins. */
function firstLine({ parts }: Skeleton): number {
  const [first] = parts
  return first?.type === 'verbatim' ? first.raw.lastIndexOf('\n') + 1 : 0
}

function endOfUnit({ parts }: Skeleton, unit: number): number {
  let offset = 0
  let count = -1
  for (const part of parts) {
    offset += part.raw.length
    if (part.type === 'unit') count += 1
    if (count === unit) return offset
  }
  return offset
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}

function segmentSpans({ parts }: Skeleton): readonly { readonly start: number; readonly end: number }[] {
  let offset = 0
  return parts.flatMap(part => {
    if (part.type === 'verbatim') {
      offset += part.raw.length
      return []
    }
    return part.pieces.flatMap(piece => {
      offset += piece.raw.length
      return piece.type === 'gap' ? [] : { start: offset - piece.raw.length, end: offset }
    })
  })
}
