import type { EngineText, Pattern } from '../../model.ts'
import type { Rung } from '../fill-page.ts'

/** One distinct text to be translated. */
export interface Question {
  readonly text: EngineText
  /** What a service may bill for it. */
  readonly characters: number
  /** Encoded bytes that it adds to a request. */
  readonly bytes: number
  /** Texts of one group may share a request: the page of the first occurrence. */
  readonly group: string
}

/** How a question ended. An answer refers to the question's codes, each of them once and properly nested. */
export type Verdict =
  | {
      readonly type: 'answer'
      readonly pattern: Pattern
      readonly score?: number
      readonly unknownWords?: readonly string[]
      readonly rung?: Rung
    }
  /** No rung of the ladder gave a usable text. `reason` completes "the answer …". */
  | { readonly type: 'rejected'; readonly reason: string }
