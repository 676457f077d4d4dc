import type { Code, CodeKind, Hole, Pattern } from '../../model.ts'
import type { Inline, InlineCode, InlineGap, InlineHole } from '../inlines/inline.ts'
import { foldSource } from './fold-source.ts'
import { fragmentOf, keepsLines } from './fragment-of.ts'
import { isLabel } from './is-label.ts'

export interface PatternOptions {
  /** The units of a text inside markup, with their spans in the source: none when it has nothing to translate. */
  readonly unitsOf: (hole: InlineHole) => readonly Hole[]
  /** Bold texts, with their asterisks, that are labels wherever they stand. */
  readonly labels: ReadonlySet<string>
  /** Whether a bold text that is all of the sentence may be a label. */
  readonly wholeMayBeLabel: boolean
  /** Whether the sentence is in a list that explains terms. */
  readonly isInExplanations?: boolean
}

const letter = /\p{L}/u

/** A code of the pattern, as yet without its number: one inline, or a pair and all between that became one code. */
interface Draft {
  readonly form: Code['form']
  readonly kind: CodeKind
  readonly pair: number
  readonly items: readonly Inline[]
}

interface Frame {
  /** Index of the opening code in the inlines and in the draft. */
  readonly item: number
  readonly draft: number
  hasLetter: boolean
  hasCode: boolean
}

/**
 * The pattern of one sentence: its text decoded, its codes numbered in order. Bold text that names something on a screen
 * is one standalone label; a pair of codes without a letter between them is one standalone code.
 *
 * @param source what the spans of `items` refer to
 */
export function patternOf(source: string, items: readonly Inline[], options: PatternOptions): Pattern {
  return numbered(source, drafted(source, items, options), options)
}

function drafted(
  source: string,
  items: readonly Inline[],
  options: PatternOptions,
): readonly (string | Draft)[] {
  const drafts: (string | Draft)[] = []
  const frames: Frame[] = []
  for (const [at, item] of items.entries()) {
    if (item.type === 'text' || item.type === 'fold') {
      const value = item.type === 'fold' ? ' ' : item.value
      drafts.push(value)
      note(frames, { hasLetter: letter.test(value), hasCode: false })
    } else if (item.type === 'gap' || item.form === 'standalone') {
      drafts.push(draftOf(item))
      note(frames, { hasLetter: false, hasCode: true })
    } else if (item.form === 'open') {
      frames.push({ item: at, draft: drafts.length, hasLetter: false, hasCode: false })
      drafts.push(draftOf(item))
    } else {
      const frame = frames.pop()
      if (frame === undefined) continue
      const hasLetter = closePair(source, items, frame, at, drafts, options)
      note(frames, { hasLetter, hasCode: true })
    }
  }
  return drafts
}

/** Tells the innermost open pair what is in it. */
function note(
  frames: readonly Frame[],
  found: { readonly hasLetter: boolean; readonly hasCode: boolean },
): void {
  const frame = frames.at(-1)
  if (frame === undefined) return
  frame.hasLetter ||= found.hasLetter
  frame.hasCode ||= found.hasCode
}

function draftOf(item: InlineCode | InlineGap): Draft {
  return item.type === 'gap'
    ? { form: 'standalone', kind: 'tag', pair: 0, items: [item] }
    : { form: item.form, kind: item.kind, pair: item.pair, items: [item] }
}

/** Adds the closing code, or makes one standalone code of the pair. Tells whether letters are left between codes. */
function closePair(
  source: string,
  items: readonly Inline[],
  frame: Frame,
  at: number,
  drafts: (string | Draft)[],
  options: PatternOptions,
): boolean {
  const open = items[frame.item] as InlineCode
  const close = items[at] as InlineCode
  const isBold = open.kind === 'strong' && !frame.hasCode
  const isNamed = isBold && (!frame.hasLetter || isLabelAt(source, items, frame.item, at, options))
  if (!isNamed && frame.hasLetter) {
    drafts.push(draftOf(close))
    return true
  }
  drafts.length = frame.draft
  const kind = isNamed ? 'label' : open.kind
  drafts.push({ form: 'standalone', kind, pair: 0, items: items.slice(frame.item, at + 1) })
  return false
}

function isLabelAt(
  source: string,
  items: readonly Inline[],
  open: number,
  close: number,
  options: PatternOptions,
): boolean {
  if (options.labels.size > 0) {
    const written = fragmentOf(source, items.slice(open, close + 1), 'markdown')
    if (options.labels.has(written)) return true
  }
  const outer = items[open - 1]
  if (outer?.type === 'code' && outer.kind === 'link' && outer.form === 'open') {
    const end = items[close + 1]
    if (end?.type === 'code' && end.pair === outer.pair) return false
  }
  const before = textBefore(items, open)
  const after = textAfter(items, close)
  const isWhole = before.trim() === '' && after.trim() === ''
  const bold = items
    .slice(open + 1, close)
    .map(textOf)
    .join('')
  return isWhole
    ? options.wholeMayBeLabel && isLabel(bold, { before: '\uFFFC', after: '\uFFFC' })
    : isLabel(bold, { before, after, isInExplanations: options.isInExplanations === true })
}

/** More than any expression of `isLabel` looks at. */
const contextLength = 40

function textBefore(items: readonly Inline[], end: number): string {
  let text = ''
  for (let at = end - 1; at >= 0 && text.length < contextLength; at--)
    text = textOf(items[at] as Inline) + text
  return text
}

function textAfter(items: readonly Inline[], start: number): string {
  let text = ''
  for (let at = start + 1; at < items.length && text.length < contextLength; at++)
    text += textOf(items[at] as Inline)
  return text
}

function textOf(item: Inline): string {
  if (item.type === 'text') return item.value
  if (item.type === 'fold') return ' '
  return item.type === 'code' && item.form === 'standalone' ? '\uFFFC' : ''
}

/** Joins texts and numbers codes. */
function numbered(source: string, drafts: readonly (string | Draft)[], options: PatternOptions): Pattern {
  const pattern: (string | Code)[] = []
  const ids = new Map<number, number>()
  let texts: string[] = []
  let last = 0
  const flush = (): void => {
    const text = texts.join('')
    texts = []
    if (text !== '') pattern.push(text)
  }
  for (const draft of drafts) {
    if (typeof draft === 'string') {
      texts.push(draft)
      continue
    }
    flush()
    const id = draft.form === 'standalone' ? ++last : (ids.get(draft.pair) ?? ++last)
    if (draft.form === 'open') ids.set(draft.pair, id)
    pattern.push(codeOf(source, draft, id, options))
  }
  flush()
  return pattern
}

function codeOf(source: string, { form, kind, items }: Draft, id: number, options: PatternOptions): Code {
  const holes: Hole[] = []
  let literal = ''
  for (const item of items) {
    if (item.type === 'code' || item.type === 'gap') {
      const lines = { keepsLines: keepsLines(item) }
      for (const hole of item.holes) {
        for (const { unit, ...span } of options.unitsOf(hole)) {
          const folded = (to: number): number => foldSource(source.slice(item.start, to), lines).length
          const start = literal.length + folded(span.start)
          const end = literal.length + folded(span.end)
          holes.push({ start, end, unit })
        }
      }
    }
    literal += fragmentOf(source, [item], 'markdown')
  }
  return {
    type: 'code',
    form,
    kind,
    id,
    literal,
    ...(holes.length === 0 ? {} : { holes }),
    ...(items.length > 1 && items.some(refers) ? { refers: true } : {}),
  }
}

/** What may be a reference. */
const referring: ReadonlySet<CodeKind> = new Set(['footnote', 'image', 'link', 'reference'])

function refers(item: Inline): boolean {
  return item.type === 'code' && referring.has(item.kind)
}
