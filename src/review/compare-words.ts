import { diffArrays } from 'diff'

export interface WordChange {
  readonly type: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * Two versions of a text, word by word. Joining what is `same` and `removed` gives the old one back, joining what is
 * `same` and `added` the new one.
 */
export function compareWords(before: string, after: string): readonly WordChange[] {
  return diffArrays(tokensOf(before), tokensOf(after)).map(({ value, added, removed }) => ({
    type: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** Words, runs of white space, and every other character by itself. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}
