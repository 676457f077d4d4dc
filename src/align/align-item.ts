/** One block or sentence as the aligner sees it. */
export interface AlignItem {
  /** What it is (`heading2`, `listItem`, `cell`…): items of different types seldom match. */
  readonly type: string
  /** Characters of its text. */
  readonly length: number
  /** What a translation keeps, with how much a shared one tells: numbers, codes, URLs, images, names, cognates. */
  readonly anchors: ReadonlyMap<string, number>
}

/** A group of consecutive source items and the target items that say the same. One side may be empty. */
export interface Bead {
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** How well the two sides fit, 0 to 1; 0 when a side is empty. */
  readonly similarity: number
}
