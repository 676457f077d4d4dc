import type { ImageFile } from '../read-image.ts'
import type {
  Decision,
  DecisionResult,
  FindingView,
  PageView,
  PatternView,
  ProjectView,
  ReviewEvent,
  SearchResult,
  SuggestionView,
} from '../review-view.ts'

/** What is shown of a page beside its segments. */
interface PreviewSource {
  readonly text: string
  readonly file: string
  readonly sourceFile: string
  /** Whether it is a content file, which is no Markdown. */
  readonly isContent: boolean
}

/** One target locale of a project under review. */
export interface ReviewSession {
  project(): ProjectView
  /** A page as its files are now; undefined when there is no such page, or it can't be read. */
  openPage(page: string): Promise<PageView | undefined>
  /** The target page's text, or the source's where the target was never written. */
  previewOf(page: string): Promise<PreviewSource | undefined>
  /** Segments whose source or target holds the words, in any letter case, with or without accents. */
  search(query: string): SearchResult
  /** What the memory has for a segment: sentences that are like it, the best first. */
  suggest(page: string, index: number): readonly SuggestionView[]
  decide(page: string, decisions: readonly Decision[]): Promise<DecisionResult>
  /** Gives the segments of a decision back what they had, unless they were changed since. */
  /** The findings of a segment, were the text that is being written its target. Nothing is read or saved. */
  check(page: string, index: number, target: PatternView | string): readonly FindingView[]
  undo(id: string): Promise<DecisionResult>
  readImage(path: string): Promise<ImageFile | undefined>
  /** @returns a function that ends it */
  subscribe(listener: (event: ReviewEvent) => void): () => void
  close(): Promise<void>
}
