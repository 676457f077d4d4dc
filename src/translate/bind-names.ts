import type { Code, Pattern } from '../model.ts'

export interface NameBinder {
  /**
   * The pattern with every product name of its text as a standalone code of kind `name`, numbered on from the
   * pattern's own codes, which keep their numbers. The same pattern when it names no product.
   */
  bind(pattern: Pattern): Pattern
  /** The product names of a pattern's text, in order. */
  find(pattern: Pattern): readonly string[]
}

/**
 * Binds product names (`doNotTranslate`) before an engine sees a text. A name counts where it stands as a word of its
 * own, in its own letter case or all in capitals; a space in it may be any white space. The longest name wins:
 * `Uber Eats` before `Uber`.
 */
export function createNameBinder(names: readonly string[]): NameBinder {
  const matcher = compileNames(names)
  if (matcher === undefined) return { bind: pattern => pattern, find: () => [] }
  return {
    bind: pattern => bindNames(pattern, matcher),
    find: pattern =>
      pattern.flatMap(item =>
        typeof item === 'string' ? [...item.matchAll(matcher)].map(([name]) => name) : [],
      ),
  }
}

function compileNames(names: readonly string[]): RegExp | undefined {
  const forms = new Set(
    names
      .flatMap(name => [name, name.toUpperCase()])
      .map(name => name.trim())
      .filter(name => name !== ''),
  )
  if (forms.size === 0) return undefined
  const alternatives = [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(toExpression)
  return new RegExp(alternatives.join('|'), 'gu')
}

const wordEnd = /[\p{L}\p{N}\p{M}_]$/u
const wordStart = /^[\p{L}\p{N}_]/u

/**
 * The look-behind stands after the first character, not before it: so the engine looks for the character first, and
 * behind it only where it is found.
 */
function toExpression(name: string): string {
  const [first = '', ...rest] = name
  const start = asExpression(first)
  const before = wordStart.test(name) ? `(?<![\\p{L}\\p{N}\\p{M}_]${start})` : ''
  const after = wordEnd.test(name) ? '(?![\\p{L}\\p{N}\\p{M}_])' : ''
  return start + before + rest.join('').split(/\s+/u).map(asExpression).join('\\s+') + after
}

function asExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function bindNames(pattern: Pattern, matcher: RegExp): Pattern {
  const bound: (string | Code)[] = []
  let id = highestId(pattern)
  let count = 0
  for (const item of pattern) {
    if (typeof item !== 'string') {
      bound.push(item)
      continue
    }
    let end = 0
    for (const match of item.matchAll(matcher)) {
      if (match.index > end) bound.push(item.slice(end, match.index))
      id++
      count++
      bound.push({ type: 'code', form: 'standalone', kind: 'name', id, literal: match[0] })
      end = match.index + match[0].length
    }
    if (end < item.length) bound.push(item.slice(end))
  }
  return count === 0 ? pattern : bound
}

function highestId(pattern: Pattern): number {
  let highest = 0
  for (const item of pattern) if (typeof item !== 'string') highest = Math.max(highest, item.id)
  return highest
}
