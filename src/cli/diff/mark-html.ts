import { escapeHtml } from './escape-html.ts'
import type { Word } from './word.ts'

/** Words that went in `del`, words that came in `ins`. */
export function markHtml(words: readonly Word[]): string {
  return words.map(markWord).join('')
}

function markWord({ type, text }: Word): string {
  const escaped = escapeHtml(text)
  switch (type) {
    case 'same':
      return escaped
    case 'removed':
      return `<del>${escaped}</del>`
    case 'added':
      return `<ins>${escaped}</ins>`
  }
}
