import type { CodeKind, Place, Role, Span, Syntax } from '../../model.ts'

/** Text of one line. `value` is what it means: the source itself but for an escape or a character reference. */
export interface InlineText extends Span {
  readonly type: 'text'
  readonly value: string
}

/** A soft line break with the white space and container prefix around it: a space, in a fragment. */
interface InlineFold extends Span {
  readonly type: 'fold'
}

/** Markup that belongs to no sentence: a task's box, the marker of a directive, an image on a line of its own. */
export interface InlineGap extends Span {
  readonly type: 'gap'
  readonly holes: readonly InlineHole[]
}

/** Markup: see `Code` of the model. The two codes of a pair share `pair`, which no other pair of the text has. */
export interface InlineCode extends Span {
  readonly type: 'code'
  readonly form: 'open' | 'close' | 'standalone'
  readonly kind: CodeKind
  readonly pair: number
  readonly holes: readonly InlineHole[]
  /** Element name of a tag. */
  readonly tag?: string
  /** A tag whose element is not translated (`<kbd>`, `translate="no"`), as long as its end has not been found. */
  readonly verbatim?: true
}

/** A text of its own inside markup, as yet without sentences. */
export interface InlineHole extends Span {
  readonly role: Role
  readonly syntax: Syntax
  readonly place: Place
  readonly items: readonly Inline[]
}

/**
 * The inline content of a block, in order. Spans are offsets of the source that was read; they are ascending and
 * without gaps, so that joining them gives the block's source back.
 */
export type Inline = InlineText | InlineFold | InlineGap | InlineCode
