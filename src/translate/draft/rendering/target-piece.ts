import type { Code } from '../../../model.ts'

/** One word of a translation, with where it came from. */
export interface TargetPiece {
  /** As written, without joiners; empty for a code. */
  readonly text: string
  readonly code?: Code
  /** A name, number or code, whose spelling is not to be touched. */
  readonly isSlot: boolean
  /** Whether a space stands before it when nothing at the other side forbids it. */
  readonly spaceBefore: boolean
  readonly spaceAfter: boolean
  /** Positions of the source tokens it translates, ascending; empty when none is known. */
  readonly sources: readonly number[]
  /** Whether they are those of the whole phrase, since the word itself is aligned with none. */
  readonly isGuess: boolean
}
