/** A comment of a page that silences a code. */
export interface Suppression {
  readonly code: string
  /** Empty where none is given: the suppression is then invalid. */
  readonly reason: string
  /** The comment's line; the lines that it covers, both included. */
  readonly line: number
  readonly first: number
  readonly last: number
}
