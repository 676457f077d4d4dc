import type { Span } from '../../model.ts'
import { type EscapeContext, escapeTable } from '../fragments/escape-table.ts'
import { findUnsafe } from '../fragments/find-unsafe.ts'
import type { Spellings } from '../fragments/spellings.ts'
import { findLiterals } from '../inlines/find-literals.ts'
import { writeReference } from '../write-reference.ts'

/** Text between two codes (or ends) of a fragment. */
export interface TextToEscape {
  readonly text: string
  /** The code before and the one after as they are written; empty at an end. */
  readonly before: string
  readonly after: string
  readonly contexts: ReadonlySet<EscapeContext>
  readonly spellings: Spellings
  /** Whether the first or last character must be a character reference. */
  readonly encodesFirst: boolean
  readonly encodesLast: boolean
  /** Whether a character occurs more than once in the fragment. */
  isRepeated(character: string): boolean
}

const candidates = classOf(new Set(escapeTable.map(({ character }) => character)))

/** What makes an escape of a backslash before it: ASCII punctuation, also as the first character of a spelling. */
const punctuation = /^[!-/:-@[-`{-~]/

/** Characters of context that conditions of the table look at. */
const reach = 40

/** Rounds of breaking up literals: what is left of one may begin another. */
const maxRounds = 4

/**
 * Text as it is written in a fragment: what the escape table calls unsafe escaped, and the source's spellings used. So
 * is what would be taken for a URL, an email, a variable: in a pattern those are codes, and text is text.
 */
export function escapeText(input: TextToEscape): string {
  const spelled = spelledIn(input)
  breakLiterals(input, spelled)
  escapeBackslashes(input, spelled)
  if (spelled.size === 0) return input.text
  const pieces: string[] = []
  let last = 0
  for (const [offset, spelling] of [...spelled].sort(([a], [b]) => a - b)) {
    pieces.push(input.text.slice(last, offset), spelling)
    last = offset + pointAt(input.text, offset).length
  }
  pieces.push(input.text.slice(last))
  return pieces.join('')
}

/** Offsets of the characters that aren't written as they are, backslashes aside, with their spellings. */
function spelledIn(input: TextToEscape): Map<number, string> {
  const { text, spellings } = input
  const spelled = new Map<number, string>()
  const special = spellings.size === 0 ? candidates : `${candidates}${classOf(spellings.keys())}`
  for (const { 0: character, index } of text.matchAll(new RegExp(`[${special}]`, 'gu'))) {
    const spelling = spellings.get(character) ?? escaped(input, character, index)
    if (spelling !== undefined) spelled.set(index, spelling)
  }
  const last = text.length - lastPoint(text).length
  if (input.encodesFirst) spelled.set(0, writeReference(pointAt(text, 0)))
  if (input.encodesLast) spelled.set(last, writeReference(pointAt(text, last)))
  return spelled
}

function escaped(input: TextToEscape, character: string, offset: number): string | undefined {
  const unsafe = findUnsafe(character, input.contexts, {
    before: before(input, offset),
    after: after(input, offset + character.length),
    isRepeated: () => input.isRepeated(character),
    isBalanced: () => false,
  })
  if (unsafe === undefined) return undefined
  return unsafe.by === 'reference' ? writeReference(character) : `\\${character}`
}

/** The character before, as the mark of punctuation that a spelling of it ends with. */
function before({ text, before, spellings, encodesFirst }: TextToEscape, offset: number): string {
  if (offset === 0) return before.slice(-1)
  const point = lastPoint(text.slice(Math.max(0, offset - 2), offset))
  return spellings.has(point) || (encodesFirst && point.length === offset) ? ';' : point
}

function after(input: TextToEscape, end: number): string {
  const { text } = input
  if (end === text.length) return input.after.slice(0, reach)
  const point = pointAt(text, end)
  const isSpelled = input.spellings.has(point) || (input.encodesLast && end + point.length === text.length)
  const rest = text.slice(end, end + reach)
  return `${isSpelled ? '&' : ''}${rest}${rest.length < reach ? input.after.slice(0, reach) : ''}`
}

/** Spells the characters that make text a URL, an email, a variable. */
function breakLiterals(input: TextToEscape, spelled: Map<number, string>): void {
  const hasEscapes = input.contexts.has('markdown')
  for (let round = 0; round < maxRounds; round++) {
    const literals = findLiterals(opaque(input.text, spelled))
    if (literals.length === 0) return
    for (const offset of literals.flatMap(literal => triggersOf(input.text, literal))) {
      const character = input.text.charAt(offset)
      if (!spelled.has(offset)) spelled.set(offset, hasEscapes ? `\\${character}` : writeReference(character))
    }
  }
}

/** The characters without which a literal is none: those of `www.` if there is no other. */
function triggersOf(text: string, { start, end }: Span): readonly number[] {
  const found = [...text.slice(start, end).matchAll(/[@/{$:]|\[(?=\[)/g)].map(({ index }) => start + index)
  return found.length > 0 ? found : [text.indexOf('.', start)]
}

/** The text as the scanner for literals sees it: what is spelled is part of no literal. */
function opaque(text: string, spelled: ReadonlyMap<number, string>): string {
  if (spelled.size === 0) return text
  const units = text.split('')
  for (const offset of spelled.keys()) {
    const point = pointAt(text, offset)
    const stand = /^[\p{L}\p{N}_&=%#~+.-]/u.test(point) ? 'x' : ' '
    for (let unit = 0; unit < point.length; unit++) units[offset + unit] = stand
  }
  return units.join('')
}

/** Escapes the backslashes that would escape what is written after them. */
function escapeBackslashes(input: TextToEscape, spelled: Map<number, string>): void {
  if (!input.contexts.has('markdown')) return
  const { text } = input
  for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', at + 1)) {
    if (spelled.has(at)) continue
    const next = at + 1 < text.length ? text.charAt(at + 1) : input.after.charAt(0)
    if (spelled.has(at + 1) || punctuation.test(next)) spelled.set(at, '\\\\')
  }
}

/** Characters as the inside of a class of a regular expression. */
function classOf(characters: Iterable<string>): string {
  return [...characters].join('').replace(/[\]\\^-]/g, '\\$&')
}

function pointAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0)
}

function lastPoint(text: string): string {
  const pair = text.slice(-2)
  return (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1)
}
