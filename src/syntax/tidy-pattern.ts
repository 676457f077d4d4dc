import type { Code, Pattern } from '../model.ts'
import { isEmphasis } from './rendering/is-emphasis.ts'

/**
 * The pattern that means the same and that Markdown can write: white space at the inner edges of emphasis and around
 * hard line breaks is moved out or dropped (`** text**` is no emphasis), emphasis around nothing is dropped, texts are
 * joined. A pattern that a parser gave comes back equal.
 */
export function tidyPattern(pattern: Pattern): Pattern {
  const rightward = moveOut(withoutEmpty(pattern), 'open')
  return joined(moveOut(rightward.reverse(), 'close').reverse())
}

/**
 * Moves the white space that comes right after codes of the given form to before them. Read backwards, that takes the
 * white space before closing codes to behind them.
 */
function moveOut(items: readonly (string | Code)[], form: 'open' | 'close'): (string | Code)[] {
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
      else if (item.kind === 'break' && pending.length > 0) moved.push(item)
      else {
        settle()
        moved.push(item)
      }
      continue
    }
    const [space, rest] = pending.length > 0 ? split(item, form) : ['', item]
    if (space !== '') moved.push(space)
    if (rest === '') continue
    settle()
    moved.push(rest)
  }
  settle()
  return moved
}

/** A text's white space on the side of the code, and the rest of it. */
function split(text: string, form: 'open' | 'close'): readonly [string, string] {
  const rest = form === 'open' ? text.trimStart() : text.trimEnd()
  const width = text.length - rest.length
  return form === 'open' ? [text.slice(0, width), rest] : [text.slice(text.length - width), rest]
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
function joined(items: readonly (string | Code)[]): Pattern {
  const pattern: (string | Code)[] = []
  let texts: string[] = []
  let isAfterBreak = false
  const flush = (isBeforeBreak: boolean): void => {
    let text = texts.join('')
    texts = []
    if (isAfterBreak) text = text.replace(/^[ \t]+/, '')
    if (isBeforeBreak) text = withoutTrailingSpace(text)
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

/** No regex: one that is anchored at the end alone tries every run of spaces. */
function withoutTrailingSpace(text: string): string {
  let end = text.length
  while (end > 0 && (text.charAt(end - 1) === ' ' || text.charAt(end - 1) === '\t')) end--
  return text.slice(0, end)
}
