import type { Role, Segment, Skeleton, Unit } from '../../src/model.ts'
import { segmentKey } from '../../src/syntax/segment-key.ts'

/** A block of a page for a test: its sentences, in a role. */
export interface Block {
  readonly role: Role
  readonly sentences: readonly string[]
}

/** A paragraph, unless another role is given. */
export function block(text: string | readonly string[], role: Role = 'paragraph'): Block {
  return { role, sentences: typeof text === 'string' ? [text] : text }
}

/** The skeleton of a page of such blocks, with the keys that real ones have. */
export function buildPage(blocks: readonly Block[]): Skeleton {
  return { title: '', parts: blocks.map(({ role, sentences }) => unit(role, sentences)) }
}

const position = { line: 1, column: 1, offset: 0 }

function unit(role: Role, sentences: readonly string[]): Unit {
  return {
    type: 'unit',
    role,
    syntax: 'markdown',
    place: { type: 'flow', prefix: '', eol: '\n' },
    raw: sentences.join(' '),
    pieces: sentences.map(
      (fragment): Segment => ({
        type: 'segment',
        key: segmentKey(role, fragment),
        fragment,
        pattern: [fragment],
        raw: fragment,
        position,
      }),
    ),
    position,
    headings: [],
  }
}
