import { type Edit, edited, type FlatPattern, isAtEnd } from './flat-pattern.ts'
import type { TypographicHabits } from './typographic-habits.ts'

interface Pair {
  readonly open: string
  readonly close: string
  /** Whose habits the pair belongs to: the source's pairs are replaced, the target's are there already. */
  readonly of: 'source' | 'target'
  readonly isInner: boolean
}

interface Mark {
  readonly offset: number
  readonly pair: Pair
  readonly side: 'open' | 'close'
}

/**
 * Replaces the source's quotation marks by the target's, outer or inner ones by how deep they are nested.
 * Straight quotes and apostrophes are left alone. A glyph that both languages use belongs to the quotation around it,
 * else to the target's.
 */
export function setQuotes(
  flat: FlatPattern,
  source: TypographicHabits,
  target: TypographicHabits,
): FlatPattern {
  const edits: Edit[] = []
  let depth = 0
  for (const { offset, pair, side } of findMarks(flat, pairsOf(source, target))) {
    if (side === 'close') depth = Math.max(0, depth - 1)
    const present = pair[side]
    const wanted = target.quotes[(depth % 2) * 2 + (side === 'open' ? 0 : 1)] ?? present
    const glyph = pair.of === 'source' ? wanted : present
    if (glyph !== present) edits.push({ start: offset, end: offset + 1, text: glyph })
    if (side === 'open') depth++
  }
  return edited(flat, edits)
}

/** Pairs of one glyph (`”…”`) say nothing of which side they are on, and are left alone. */
function pairsOf(source: TypographicHabits, target: TypographicHabits): readonly Pair[] {
  const pairs: Pair[] = []
  for (const of of ['source', 'target'] as const) {
    const [open, close, innerOpen, innerClose] = (of === 'source' ? source : target).quotes
    if (open !== close) pairs.push({ open, close, of, isInner: false })
    if (innerOpen !== innerClose) pairs.push({ open: innerOpen, close: innerClose, of, isInner: true })
  }
  return pairs
}

/** The marks in order: those that pair up, and single ones of the source that can't be anything else. */
function findMarks(flat: FlatPattern, pairs: readonly Pair[]): readonly Mark[] {
  const glyphs = new RegExp(`[${pairs.map(pair => pair.open + pair.close).join('')}]`, 'g')
  const found: Mark[] = []
  const open: Mark[] = []
  const awaited = new Map<string, number>()
  for (const { 0: glyph, index: offset } of flat.text.matchAll(glyphs)) {
    if (flat.codes.has(offset) || isApostrophe(flat.text, offset)) continue
    if ((awaited.get(glyph) ?? 0) > 0) {
      closeQuotation(glyph, offset)
      continue
    }
    const enclosing = open[open.length - 1]?.pair
    const pair = openedBy(glyph, enclosing, pairs)
    if (pair !== undefined) {
      open.push({ offset, pair, side: 'open' })
      awaited.set(pair.close, (awaited.get(pair.close) ?? 0) + 1)
    } else if (isAtEnd(flat, offset)) addSingle({ offset, side: 'close' }, glyph)
  }
  for (const { offset, pair } of open) addSingle({ offset, side: 'open' }, pair.open)
  return found.sort((a, b) => a.offset - b.offset)

  /** Closes the innermost quotation that `glyph` can close; those that opened inside it stay single. */
  function closeQuotation(glyph: string, offset: number): void {
    for (let opener = open.pop(); opener !== undefined; opener = open.pop()) {
      awaited.set(opener.pair.close, (awaited.get(opener.pair.close) ?? 0) - 1)
      if (opener.pair.close === glyph) {
        found.push(opener, { offset, pair: opener.pair, side: 'close' })
        return
      }
      addSingle({ offset: opener.offset, side: 'open' }, opener.pair.open)
    }
  }

  /** A quotation may begin in one sentence and end in another. */
  function addSingle(mark: Omit<Mark, 'pair'>, glyph: string): void {
    const owners = pairs.filter(pair => pair.open === glyph || pair.close === glyph)
    const [pair] = owners
    const isSources = owners.every(({ of, isInner }) => of === 'source' && !isInner)
    if (pair !== undefined && isSources && pair[mark.side] === glyph) found.push({ ...mark, pair })
  }
}

/** Inside a quotation that is the target's alone, everything is set already: the source's pairs don't count there. */
function openedBy(glyph: string, enclosing: Pair | undefined, pairs: readonly Pair[]): Pair | undefined {
  const isSet =
    enclosing?.of === 'target' && !pairs.some(({ open, of }) => of === 'source' && open === enclosing.open)
  const candidates = pairs.filter(
    ({ open, of, isInner }) =>
      open === glyph && (!isInner || enclosing !== undefined) && (of === 'target' || !isSet),
  )
  return candidates.find(({ of }) => of === (enclosing?.of ?? 'target')) ?? candidates[0]
}

function isApostrophe(text: string, offset: number): boolean {
  return text.charAt(offset) === '’' && /[\p{L}\p{N}]/u.test(text.charAt(offset + 1))
}
