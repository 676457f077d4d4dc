/** A link or an image of a page. */
export interface LinkFact {
  readonly type: 'link' | 'image'
  readonly url: string
  readonly line: number
  readonly column: number
}

/** What the checks across pages need to know of one page of one locale. */
export interface SideFacts {
  /** From the root. */
  readonly file: string
  /** The anchor of each heading, in page order: its id, else its slug. */
  readonly headings: readonly string[]
  /** Ids of other elements. */
  readonly ids: readonly string[]
  readonly links: readonly LinkFact[]
  /** The front matter's slug, where it has one. */
  readonly slug?: string
}

/** Links of a text within the site that are others in its translation: the site tells whether they lead to the same place. */
export interface LinkDifference {
  readonly missing: readonly string[]
  readonly added: readonly string[]
  readonly line: number
  readonly column: number
  /** The segment's; of a value that is a link, there is none. */
  readonly key?: string
}

/** A translated text, for comparing it with others of the same source. */
export interface TextFact {
  /** Digests. */
  readonly source: string
  readonly target: string
  readonly line: number
  readonly column: number
  readonly key: string
}

export interface PageFacts {
  readonly page: string
  readonly source: SideFacts
  /** Undefined while the page is missing. */
  readonly target?: SideFacts
  readonly linkDifferences: readonly LinkDifference[]
  readonly texts: readonly TextFact[]
}
