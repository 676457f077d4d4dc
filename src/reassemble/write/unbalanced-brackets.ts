import type { Span } from '../../model.ts'

/** Offsets of the square brackets in `spans` of a text that no counterpart closes or opens, ascending. */
export function unbalancedBrackets(text: string, spans: readonly Span[]): readonly number[] {
  const unbalanced: number[] = []
  const open: number[] = []
  for (const { start, end } of spans) {
    for (const { 0: bracket, index } of text.slice(start, end).matchAll(/[[\]]/g)) {
      if (bracket === '[') open.push(start + index)
      else if (open.pop() === undefined) unbalanced.push(start + index)
    }
  }
  return [...unbalanced, ...open].sort((a, b) => a - b)
}
