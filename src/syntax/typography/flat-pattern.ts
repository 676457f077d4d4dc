import type { Code, Pattern } from '../../model.ts'

/** A pattern as one string, so that rules of punctuation see across codes. */
export interface FlatPattern {
  /** Every code is one character, U+FFFC, of which `codes` knows the offset. */
  readonly text: string
  readonly codes: ReadonlyMap<number, Code>
}

/** A replacement in `FlatPattern.text`; its span holds no code. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The pattern as one string; `unflatten` gives the pattern back. */
export function flatten(pattern: Pattern): FlatPattern {
  const codes = new Map<number, Code>()
  const pieces: string[] = []
  let length = 0
  for (const item of pattern) {
    if (typeof item !== 'string') codes.set(length, item)
    const piece = typeof item === 'string' ? item : '\uFFFC'
    pieces.push(piece)
    length += piece.length
  }
  return { text: pieces.join(''), codes }
}

/** The pattern that a flat one stands for, without empty texts. */
export function unflatten(flat: FlatPattern): Pattern {
  const pattern: (string | Code)[] = []
  let last = 0
  for (const [offset, code] of flat.codes) {
    if (offset > last) pattern.push(flat.text.slice(last, offset))
    pattern.push(code)
    last = offset + 1
  }
  if (last < flat.text.length) pattern.push(flat.text.slice(last))
  return pattern
}

/** `flat` with all edits made. They don't overlap; their order is free. */
export function edited(flat: FlatPattern, edits: readonly Edit[]): FlatPattern {
  if (edits.length === 0) return flat
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  const pieces: string[] = []
  const codes = new Map<number, Code>()
  const offsets = flat.codes.keys()
  let pending = offsets.next()
  let last = 0
  let shift = 0
  const moveCodes = (until: number): void => {
    while (!pending.done && pending.value < until) {
      const code = flat.codes.get(pending.value)
      if (code !== undefined) codes.set(pending.value + shift, code)
      pending = offsets.next()
    }
  }
  for (const edit of inOrder) {
    moveCodes(edit.start)
    pieces.push(flat.text.slice(last, edit.start), edit.text)
    last = edit.end
    shift += edit.text.length - (edit.end - edit.start)
  }
  moveCodes(Number.POSITIVE_INFINITY)
  pieces.push(flat.text.slice(last))
  return { text: pieces.join(''), codes }
}

/** Whether nothing but punctuation and the ends of codes comes after the character at `offset`. */
export function isAtEnd(flat: FlatPattern, offset: number): boolean {
  let at = offset + 1
  while (/[\s.,;:!?)\]]/.test(flat.text.charAt(at)) || flat.codes.get(at)?.form === 'close') at++
  return at >= flat.text.length
}
