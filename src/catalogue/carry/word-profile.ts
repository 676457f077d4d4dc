import { evenOut } from './even-out.ts'

/** A fragment made ready for comparing. */
export interface WordProfile {
  readonly text: string
  /** How often each word occurs. */
  readonly words: ReadonlyMap<string, number>
  /** Characters of all words together. */
  readonly size: number
}

/** Takes a fragment's words, in lower case, markup and punctuation left out. */
export function wordProfile(fragment: string): WordProfile {
  const text = evenOut(fragment).toLowerCase()
  const words = new Map<string, number>()
  let size = 0
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.set(word, (words.get(word) ?? 0) + 1)
    size += word.length
  }
  return { text, words, size }
}
