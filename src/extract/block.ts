import type { Locale, Place, Position, Role, Syntax, Unit, Verbatim } from '../model.ts'
import type { Inline } from '../syntax/inlines/inline.ts'

/** A block of text, or a text inside markup, before it is cut into sentences. */
export interface Block {
  /** What the spans of `items` refer to. */
  readonly source: string
  readonly items: readonly Inline[]
  readonly role: Role
  readonly syntax: Syntax
  readonly place: Place
  /** Whether bold text that is all there is may be a label: so in a list of labels. */
  readonly wholeMayBeLabel: boolean
  /** Whether it is in a list that explains terms, whose bold terms are no labels. */
  readonly isInExplanations?: boolean
}

/** What all blocks of a page have in common, and the headings above the block. */
export interface Surroundings {
  readonly locale: Locale
  readonly positionOf: (offset: number) => Position
  readonly headings: readonly string[]
}

/** A unit and where it stands in the block's source. */
export interface PlacedUnit {
  readonly start: number
  readonly end: number
  readonly unit: Unit
}

/** A front-matter value that is derived in each locale, and where it stands in the page. */
export interface PlacedVerbatim {
  readonly start: number
  readonly end: number
  readonly unit: Verbatim
}
