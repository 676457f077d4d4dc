import type { Code, Pattern } from '../../model.ts'
import { patternText } from '../pattern-text.ts'
import { samePattern } from '../same-pattern.ts'
import { repairAnswer } from './repair-answer.ts'

/** An answer that can be used, put right where it had to be; or why it can't be used. */
export type Judgement =
  /** `doubtful`: good translations look like this now and then, and bad ones often: worth a second opinion. */
  | {
      readonly type: 'usable'
      readonly pattern: Pattern
      readonly repaired: boolean
      readonly doubtful: boolean
    }
  /** `reason` completes "the answer …". */
  | { readonly type: 'unusable'; readonly reason: string }

/**
 * Whether an engine's answer can stand for a source: every code of the source once and nested as there (the literals
 * are then the source's own, whatever the answer says), no pair emptied of its words, a text of sensible length in
 * every part, and no markup of the engine's own or talk about the translation.
 */
export function judgeAnswer(source: Pattern, answer: Pattern): Judgement {
  if (samePattern(source, answer))
    return { type: 'usable', pattern: source, repaired: false, doubtful: false }
  const codes = restoreCodes(source, answer)
  if (typeof codes === 'string') return { type: 'unusable', reason: codes }
  const size = sizeFault(patternText(source), patternText(codes))
  if (size !== undefined) return { type: 'unusable', reason: size }
  const pattern = repairAnswer(source, codes)
  const fault = textFault(patternText(source), patternText(pattern)) ?? emptiedPair(source, pattern)
  if (fault !== undefined) return { type: 'unusable', reason: fault }
  return { type: 'usable', pattern, repaired: pattern !== codes, doubtful: isDoubtful(source, pattern) }
}

/** The answer with the source's codes in place of its own; or what is wrong with them. */
function restoreCodes(source: Pattern, answer: Pattern): Pattern | string {
  const left = new Map<string, Code>()
  for (const item of source) if (typeof item !== 'string') left.set(nameOf(item), item)
  const open: number[] = []
  const restored: (string | Code)[] = []
  for (const item of answer) {
    const own = typeof item === 'string' ? item : left.get(nameOf(item))
    if (own === undefined) return 'repeats an inline code or has one of its own'
    push(restored, own)
    if (typeof own === 'string') continue
    left.delete(nameOf(own))
    if (!isNested(own, open)) return 'crosses its inline codes'
  }
  if (left.size > 0) return `lost ${left.size === 1 ? 'an inline code' : `${left.size} inline codes`}`
  return isNestedAlike(source, restored) ? restored : 'moved an inline code into or out of another'
}

/** Whether every code is inside the same pair as in the source: elsewhere it would change the page's structure. */
function isNestedAlike(source: Pattern, answer: Pattern): boolean {
  const wanted = parentsOf(source)
  return [...parentsOf(answer)].every(([id, parent]) => wanted.get(id) === parent)
}

/** The pair that each code is directly in, by ids; 0 where it is in none. */
function parentsOf(pattern: Pattern): ReadonlyMap<number, number> {
  const parents = new Map<number, number>()
  const open: number[] = []
  for (const item of pattern) {
    if (typeof item === 'string') continue
    if (item.form === 'close') open.pop()
    else parents.set(item.id, open.at(-1) ?? 0)
    if (item.form === 'open') open.push(item.id)
  }
  return parents
}

/** @param open Ids of the codes that are open, innermost last; kept up to date. */
function isNested({ form, id }: Code, open: number[]): boolean {
  if (form === 'open') open.push(id)
  return form !== 'close' || open.pop() === id
}

function push(items: (string | Code)[], item: string | Code): void {
  const last = items.at(-1)
  if (item === '') return
  if (typeof item === 'string' && typeof last === 'string') items[items.length - 1] = last + item
  else items.push(item)
}

function nameOf({ form, id }: Code): string {
  return `${form} ${id}`
}

const letter = /\p{L}/u
const markup = /<\/?[a-z][^<>]*>|<!--|\]\]>|<\?xml/iu
/** URLs, email addresses and variables: those of a source are codes, so that its text has none. */
const places = /\bhttps?:\/\/|\bwww\.|[\w.+-]@[\w-]+\.[a-z]|[{$%]\{/iu
/** How chat models begin when they talk about the task. */
const talk =
  /^\W*(?:sure|certainly|of course)\b[,!.]|\bas an ai\b|\bignore (?:all |any |the )?(?:previous|above|prior)\b|\bhere(?:'s|’s| is)? (?:the|your|a) translat|^\W*(?:the )?translat(?:ion|ed text)\s*:|^\W*i(?:'m| am) sorry\b|```/iu

function sizeFault(source: string, answer: string): string | undefined {
  const isTooLong = answer.length > 4 * source.length + 80
  const isTooShort = source.length > 60 && answer.length * 6 < source.length
  if (!isTooLong && !isTooShort) return undefined
  return `is ${answer.length} characters long for a source of ${source.length}`
}

function textFault(source: string, answer: string): string | undefined {
  if (letter.test(source) && !letter.test(answer)) return 'has no text'
  if (markup.test(answer) && !markup.test(source)) return 'holds markup of its own'
  if (places.test(answer) && !places.test(source)) return 'holds an address or a variable of its own'
  if (talk.test(answer) && !talk.test(source)) return 'talks about the translation'
  return undefined
}

/** A pair with words in the source must have some in the answer. */
function emptiedPair(source: Pattern, answer: Pattern): string | undefined {
  const before = pairTexts(source)
  for (const [id, text] of pairTexts(answer)) {
    if (!letter.test(text) && letter.test(before.get(id) ?? '')) return 'emptied a pair of inline codes'
  }
  return undefined
}

/** The text in each pair, standalone codes counted by their literals. */
function pairTexts(pattern: Pattern): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  const open: number[] = []
  for (const item of pattern) {
    if (typeof item !== 'string' && item.form === 'open') {
      open.push(item.id)
      texts.set(item.id, '')
    } else if (typeof item !== 'string' && item.form === 'close') open.pop()
    else {
      const text = typeof item === 'string' ? item : item.literal
      for (const id of open) texts.set(id, texts.get(id) + text)
    }
  }
  return texts
}

function isDoubtful(source: Pattern, answer: Pattern): boolean {
  return isDisplaced(source, answer) || isCutShort(patternText(source), patternText(answer))
}

/** Whether numbers are missing, or most of the text. */
function isCutShort(source: string, answer: string): boolean {
  if (source.length > 20 && answer.length < source.length * 0.3) return true
  const left = [...(answer.match(/\p{N}+/gu) ?? [])]
  return (source.match(/\p{N}+/gu) ?? []).some(number => {
    const at = left.indexOf(number)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/**
 * Whether the answer begins with a code that stood behind three words or more: engines move codes that they lost track
 * of to the start of the sentence, and so does good English now and then.
 */
function isDisplaced(source: Pattern, answer: Pattern): boolean {
  const start = answer.findIndex(item => typeof item === 'string' && letter.test(item))
  const leading = new Set(
    answer.slice(0, Math.max(0, start)).flatMap(item => (typeof item === 'string' ? [] : [item.id])),
  )
  let words = 0
  for (const item of source) {
    if (typeof item === 'string') words += item.match(/\p{L}+/gu)?.length ?? 0
    else if (words >= 3 && item.form !== 'close' && leading.has(item.id)) return true
  }
  return false
}
