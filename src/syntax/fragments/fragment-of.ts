import type { Syntax } from '../../model.ts'
import type { Inline } from '../inlines/inline.ts'
import { foldSource } from './fold-source.ts'

/**
 * The fragment that inlines stand for: their source with soft line breaks folded; where text has no markup (`text`),
 * what it means.
 */
export function fragmentOf(source: string, items: readonly Inline[], syntax: Syntax): string {
  let fragment = ''
  for (const item of items) {
    if (item.type === 'fold') fragment += ' '
    else if (item.type === 'text')
      fragment += syntax === 'text' ? item.value : source.slice(item.start, item.end)
    else fragment += foldSource(source.slice(item.start, item.end), { keepsLines: keepsLines(item) })
  }
  return fragment
}

/**
 * Whether the line ends within an inline stay line ends in a fragment: in a tag, in a hard line break, and in an image
 * with such a break in its alt text, whose backslash would mean itself before a space.
 */
export function keepsLines(item: Inline): boolean {
  if (item.type !== 'code') return false
  return item.kind === 'tag' || item.kind === 'break' || item.holes.some(({ items }) => items.some(isBreak))
}

function isBreak(item: Inline): boolean {
  return item.type === 'code' && item.kind === 'break'
}
