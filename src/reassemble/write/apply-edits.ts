import type { Span } from '../../model.ts'

/** What replaces a span of a text. */
export interface Edit extends Span {
  readonly text: string
}

/** `text` with the edits made. They don't overlap; their order is free. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text
  const pieces: string[] = []
  let last = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(last, edit.start), edit.text)
    last = edit.end
  }
  pieces.push(text.slice(last))
  return pieces.join('')
}
