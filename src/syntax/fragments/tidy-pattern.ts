import type { Code, Pattern } from '../../model.ts'
import { isEmphasis } from '../rendering/is-emphasis.ts'
import type { Spellings } from './spellings.ts'

/**
 * The pattern that means the same and that Markdown can write: white space at the inner edges of emphasis and around
 * hard line breaks is moved out or dropped (`** text**` is no emphasis), emphasis around nothing is dropped, texts are
 * joined. A pattern that a parser gave comes back equal, as long as its white space is plainly written.
 *
 * @param spellings white space that has one (`&nbsp;`) stays: it counts as punctuation
 */
export function tidyPattern(pattern: Pattern, spellings: Spellings = new Map()): Pattern {
  const rightward = moveOut(withoutEmpty(pattern), 'open', spellings)
  return joined(moveOut(rightward.reverse(), 'close', spellings).reverse(), spellings)
}

/**
 * Moves the white space that comes right after codes of the given form to before them. Read backwards, that takes the
 * white space before closing codes to behind them.
 */
function moveOut(
  items: readonly (string | Code)[],
  form: 'open' | 'close',
  spellings: Spellings,
): (string | Code)[] {
  const moved: (string | Code)[] = []
  /** Emphasis codes that nothing but white space has come after yet. */
  let pending: Code[] = []
  const settle = (): void => {
    moved.push(...pending)
    pending = []
  }
  for (const item of items) {
    if (typeof item !== 'string') {
      if (item.form === form && isEmphasis(item)) pending.push(item)
      else if (item.kind === 'break') moved.push(item)
      else {
        settle()
        moved.push(item)
      }
      continue
    }
    const [space, rest] = pending.length > 0 ? split(item, form, spellings) : ['', item]
    if (space !== '') moved.push(space)
    if (rest === '') continue
    settle()
    moved.push(rest)
  }
  settle()
  return moved
}

/** A text's white space on the side of the code, and the rest of it. */
function split(text: string, form: 'open' | 'close', spellings: Spellings): readonly [string, string] {
  const width = spaceWidth(text, form === 'open' ? 'start' : 'end', /\s/, spellings)
  return form === 'open'
    ? [text.slice(0, width), text.slice(width)]
    : [text.slice(text.length - width), text.slice(0, text.length - width)]
}

/** How much plainly written white space a text starts or ends with. */
function spaceWidth(text: string, side: 'start' | 'end', space: RegExp, spellings: Spellings): number {
  let width = 0
  while (width < text.length) {
    const character = text.charAt(side === 'start' ? width : text.length - 1 - width)
    if (!space.test(character) || spellings.has(character)) break
    width++
  }
  return width
}

/** Drops emphasis around nothing, or around nothing but white space; the white space stays. */
function withoutEmpty(pattern: Pattern): readonly (string | Code)[] {
  const dropped = new Set<number>()
  /** Open emphasis: whether it holds nothing so far. */
  const open: boolean[] = []
  for (const item of pattern) {
    if (typeof item === 'string' || !isEmphasis(item)) {
      if (!isSpace(item)) open.fill(false, -1)
    } else if (item.form === 'open') open.push(true)
    else if (open.pop()) dropped.add(item.id)
    else open.fill(false, -1)
  }
  return dropped.size === 0
    ? pattern
    : pattern.filter(item => typeof item === 'string' || !isEmphasis(item) || !dropped.has(item.id))
}

function isSpace(item: string | Code): boolean {
  return typeof item === 'string' ? item.trim() === '' : item.kind === 'break'
}

/** Joins adjacent texts and drops the white space beside hard line breaks. */
function joined(items: readonly (string | Code)[], spellings: Spellings): Pattern {
  const pattern: (string | Code)[] = []
  let texts: string[] = []
  let isAfterBreak = false
  const flush = (isBeforeBreak: boolean): void => {
    let text = texts.join('')
    texts = []
    if (isAfterBreak) text = text.slice(spaceWidth(text, 'start', /[ \t]/, spellings))
    if (isBeforeBreak) text = text.slice(0, text.length - spaceWidth(text, 'end', /[ \t]/, spellings))
    if (text !== '') pattern.push(text)
  }
  for (const item of items) {
    if (typeof item === 'string') {
      texts.push(item)
      continue
    }
    flush(item.kind === 'break')
    isAfterBreak = item.kind === 'break'
    pattern.push(item)
  }
  flush(false)
  return pattern
}
