import type { Code, Pattern } from '../../model.ts'
import type { Spellings } from '../fragments/spellings.ts'
import { type DelimiterChoice, type DelimiterRun, delimiterRuns } from './delimiter-runs.ts'
import { encodeBesideLiterals } from './encode-beside-literals.ts'
import { isEmphasis } from './is-emphasis.ts'
import { pairsAsMeant } from './pairs-as-meant.ts'

/**
 * Chooses how emphasis is written so that it parses as meant. Delimiters are those of the pattern, unless they would
 * run together with others (`**a****b**`): then the second pair takes the other marker (`**a**__b__`). A letter that
 * keeps a delimiter from opening or closing (`**(a)**b`) is to be written as a character reference.
 *
 * @param pattern tidy: no white space at the inner edges of emphasis
 * @param spellings a character with a spelling of its own counts as punctuation
 */
export function chooseDelimiters(pattern: Pattern, spellings: Spellings): DelimiterChoice {
  const isSpelled: IsSpelled = (text, side) => spellings.has(edgePoint(text, side))
  const asIs = encode(pattern, new Map(), isSpelled)
  if (pairsAsMeant(delimiterRuns(pattern, asIs, isSpelled))) return asIs
  const alternated = encode(pattern, alternate(pattern), isSpelled)
  return pairsAsMeant(delimiterRuns(pattern, alternated, isSpelled)) ? alternated : asIs
}

type IsSpelled = (text: string, side: 'first' | 'last') => boolean

function edgePoint(text: string, side: 'first' | 'last'): string {
  const end = text.slice(-2)
  const isPair = (end.codePointAt(0) ?? 0) > 0xffff
  return side === 'first' ? String.fromCodePoint(text.codePointAt(0) ?? 0) : isPair ? end : end.slice(-1)
}

/** Rounds of encoding: a letter that is encoded may change what the run on its other side can do. */
const maxRounds = 4

function encode(
  pattern: Pattern,
  literals: ReadonlyMap<number, string>,
  isSpelled: IsSpelled,
): DelimiterChoice {
  const encodedFirst = new Set<number>()
  const encodedLast = new Set<number>()
  const choice = { literals, encodedFirst, encodedLast }
  encodeBesideLiterals(pattern, encodedFirst, encodedLast)
  for (let round = 0; round < maxRounds; round++) {
    const size = encodedFirst.size + encodedLast.size
    for (const run of delimiterRuns(pattern, choice, isSpelled)) {
      if (typeof run !== 'string') encodeBeside(run, encodedFirst, encodedLast)
    }
    if (encodedFirst.size + encodedLast.size === size) break
    shareSingles(pattern, encodedFirst, encodedLast)
  }
  return choice
}

function encodeBeside(run: DelimiterRun, encodedFirst: Set<number>, encodedLast: Set<number>): void {
  const opens = run.parts.some(({ side }) => side === 'open')
  const closes = run.parts.some(({ side }) => side === 'close')
  if (opens && !run.canOpen && run.before === 'letter' && run.textBefore !== undefined) {
    encodedLast.add(run.textBefore)
  }
  if (closes && !run.canClose && run.after === 'letter' && run.textAfter !== undefined) {
    encodedFirst.add(run.textAfter)
  }
}

/** The first character of a text of one character is its last one too. */
function shareSingles(pattern: Pattern, encodedFirst: Set<number>, encodedLast: Set<number>): void {
  for (const index of [...encodedFirst, ...encodedLast]) {
    const item = pattern[index]
    if (typeof item !== 'string' || item.length > ((item.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)) continue
    encodedFirst.add(index)
    encodedLast.add(index)
  }
}

/** The literals of emphasis whose marker is that of the emphasis around it or right beside it, with the other marker. */
function alternate(pattern: Pattern): ReadonlyMap<number, string> {
  const literals = new Map<number, string>()
  const taken = takenByLabels(pattern)
  const open: string[] = []
  let beside = ''
  for (const [index, item] of pattern.entries()) {
    if (!isAlternable(item)) {
      beside = ''
      continue
    }
    const avoided = [beside, ...(taken.get(item.id) ?? [])]
    const marker = item.form === 'open' ? markerFor(item, avoided, open.at(-1)) : (open.pop() ?? '*')
    if (item.form === 'open') open.push(marker)
    literals.set(index, marker.repeat(item.literal.length))
    beside = item.form === 'close' ? marker : ''
  }
  return literals
}

/** For emphasis by id, the markers of standalone codes (`**Valider**`) inside it or right beside it, which stay. */
function takenByLabels(pattern: Pattern): ReadonlyMap<number, ReadonlySet<string>> {
  const taken = new Map<number, Set<string>>()
  const open: number[] = []
  for (const [index, item] of pattern.entries()) {
    if (isAlternable(item)) {
      if (item.form === 'open') open.push(item.id)
      else open.pop()
      continue
    }
    const literal = typeof item === 'object' && item.form === 'standalone' ? item.literal : ''
    if (literal === '') continue
    const neighbours = [pattern[index - 1], pattern[index + 1]].filter(isAlternable).map(({ id }) => id)
    for (const id of [...neighbours, ...open.slice(-1)]) {
      taken.set(id, (taken.get(id) ?? new Set()).add(literal.charAt(0)))
    }
  }
  return taken
}

/** The marker must differ from those that are taken, and had better from the one around it. */
function markerFor(code: Code, taken: readonly string[], around: string | undefined): string {
  const own = code.literal.charAt(0)
  const free = [own, own === '*' ? '_' : '*'].filter(marker => !taken.includes(marker))
  return free.find(marker => marker !== around) ?? free[0] ?? own
}

function isAlternable(item: string | Code | undefined): item is Code & { readonly form: 'open' | 'close' } {
  return typeof item === 'object' && item.kind !== 'delete' && isEmphasis(item)
}
