import type { Targets } from './write/targets.ts'

/** A sentence that a page is to have besides its own. Segments are those of the page itself. */
export interface NewSentence {
  /** The segment that it comes after; undefined: it comes before the segment `before`. */
  readonly after: number | undefined
  readonly before: number | undefined
  /** A fragment. */
  readonly text: string
}

/** Blocks that a page is to have besides its own. */
interface NewBlock {
  /** The unit whose last line they come after, counted among the units of the page's parts; -1: before the first one's. */
  readonly after: number
  /** Markdown, with the line ends and the blank lines that set it off: before it, for -1 after it. */
  readonly text: string
}

/** What is to be changed on a page that is never written anew. */
export interface PagePatch {
  /** Parallel to `segmentsOf` of the page's own skeleton; undefined for a segment that stays. */
  readonly targets: Targets
  readonly sentences?: readonly NewSentence[]
  readonly blocks?: readonly NewBlock[]
}
