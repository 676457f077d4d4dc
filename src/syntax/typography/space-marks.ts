import { type Edit, edited, type FlatPattern } from './flat-pattern.ts'
import type { TypographicHabits } from './typographic-habits.ts'

const space = /[ \t\u00a0\u2009\u202f]/

/** What may come after a mark of punctuation. Anything else makes it part of a word: `12:30`, `https://`, `?page=2`. */
const boundary = /[\s.,)\]}»”’"'…]/

/** What a mark never takes a space after: nothing, what can only be an opening bracket or quotation mark, another mark. */
const opening = /[\s([{«„‚¿¡:;!?]/

/** `:smile:`, `&copy;`: the last character of a word of its own kind, not a mark. */
const codeLike = /(?:^|[\s(])(?::[\w+-]+|&#?\w+)$/

interface Mark {
  /** Offset of the mark, and of the end of what it belongs to. */
  readonly start: number
  readonly end: number
  /** White space between that and the mark; codes that close there lie between the spans. */
  readonly spaces: readonly { readonly start: number; readonly end: number }[]
}

/**
 * Gives every `: ; ! ?` the space before it that the target's habits ask for, or takes away the one that only the
 * source's ask for. Times, ratios, URLs, `::`, smileys and emoji names are no marks.
 */
export function spaceMarks(
  flat: FlatPattern,
  source: TypographicHabits,
  target: TypographicHabits,
): FlatPattern {
  if (source.spacedMarks === '' && target.spacedMarks === '') return flat
  const edits: Edit[] = []
  for (const { 0: run, index } of flat.text.matchAll(/[:;]|[!?]+/g)) {
    const mark = markAt(flat, index, run)
    if (mark === undefined) continue
    if (target.spacedMarks.includes(run.charAt(0))) insertSpace(flat, mark, target.space, edits)
    else if (source.spacedMarks.includes(run.charAt(0))) {
      for (const span of mark.spaces) edits.push({ ...span, text: '' })
    }
  }
  return edited(flat, edits)
}

function insertSpace(flat: FlatPattern, mark: Mark, wanted: string, edits: Edit[]): void {
  const [nearest, ...others] = mark.spaces
  for (const span of others) edits.push({ ...span, text: '' })
  const isAdjacent = nearest !== undefined && nearest.end === mark.start
  if (nearest !== undefined && !isAdjacent) edits.push({ ...nearest, text: '' })
  if (!isAdjacent) {
    if (nearest !== undefined || !codeLike.test(flat.text.slice(Math.max(0, mark.end - 40), mark.end))) {
      edits.push({ start: mark.start, end: mark.start, text: wanted })
    }
    return
  }
  const present = flat.text.slice(nearest.start, nearest.end)
  if (present !== '\u00a0' && present !== '\u202f') edits.push({ ...nearest, text: wanted })
}

function markAt(flat: FlatPattern, index: number, run: string): Mark | undefined {
  const after = index + run.length
  const next = flat.text.charAt(after)
  const isColon = run === ':' || run === ';'
  if (!flat.codes.has(after) && next !== '' && !boundary.test(next)) return undefined
  if (isColon && next === ')') return undefined
  const spaces: { start: number; end: number }[] = []
  let at = index
  for (;;) {
    const end = at
    while (at > 0 && space.test(flat.text.charAt(at - 1))) at--
    if (at < end) spaces.push({ start: at, end })
    if (flat.codes.get(at - 1)?.form !== 'close') break
    at--
  }
  if (!takesMark(flat, at) || isRatio(flat, at, index, after)) return undefined
  return { start: index, end: at, spaces }
}

/** Whether what ends at `end` is something that a mark can belong to. */
function takesMark(flat: FlatPattern, end: number): boolean {
  if (end === 0) return false
  const code = flat.codes.get(end - 1)
  if (code !== undefined) return code.form === 'standalone' && code.kind !== 'break'
  return !opening.test(flat.text.charAt(end - 1))
}

/** `16 : 9`, spaced on both sides. */
function isRatio(flat: FlatPattern, end: number, index: number, after: number): boolean {
  return (
    flat.text.charAt(index) === ':' &&
    /\d/.test(flat.text.charAt(end - 1)) &&
    /^[ \u00a0\u202f]\d/.test(flat.text.slice(after, after + 2))
  )
}
