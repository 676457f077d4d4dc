import type { Code } from '../../../model.ts'
import type { DraftToken } from './draft-token.ts'
import type { SlotKind } from './slot-kind.ts'

/** A slot's content. */
export interface Slot {
  readonly kind: SlotKind
  /** Its text, for a name or a number; a code has its `code`. */
  readonly surface: string
  readonly code?: Code
}

/** One word of a text as the models see it: a word form, or a class with its content. */
export interface BoundToken {
  /** What the models know it by: lower case for a source word, or the class's word. */
  readonly form: string
  readonly surface: string
  readonly slot?: Slot
  /** No white space before it in the text. */
  readonly glued: boolean
  /** The tokens it was made of, half-open. A name may span several. */
  readonly from: number
  readonly to: number
}

/** Whether a capitalised word is a name, kept as it is, rather than a word of the language. */
export type NameTest = (token: DraftToken, index: number) => boolean
