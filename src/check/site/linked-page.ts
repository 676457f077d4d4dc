/** What of a page in one locale says where it is found. */
interface PlacedSide {
  /** From the root. */
  readonly file: string
  /** The front matter's slug, where it has one. */
  readonly slug?: string
}

/** A page that links may lead to. */
export interface LinkedPage {
  readonly page: string
  readonly source: PlacedSide
  /** Undefined while the page is missing. */
  readonly target?: PlacedSide
}
