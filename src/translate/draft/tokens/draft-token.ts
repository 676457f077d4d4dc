import type { Code } from '../../../model.ts'

/** One token of a text. */
export interface DraftToken {
  /** As written; for a standalone code its plain text, empty when it has none. */
  readonly surface: string
  /** No white space stands between this token and the one before. */
  readonly glued: boolean
  /** The standalone code that the token stands for. */
  readonly code?: Code
}

/** Where a paired code's mark stands: before the token `at` (or at the end). */
export interface PairMark {
  readonly code: Code
  readonly at: number
}

export interface TokenisedText {
  readonly tokens: readonly DraftToken[]
  readonly marks: readonly PairMark[]
}
