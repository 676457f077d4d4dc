import type { Code, Locale, Origin, Severity, State, Syntax } from '../../model.ts'
import type { WordChange } from '../../review/compare-words.ts'

/**
 * What the review page is told: the shapes that travel between the server and the browser. All of it is JSON.
 */

/** A code without the units in its holes: those are segments of their own. */
export type CodeView = Omit<Code, 'holes'>

/** A fragment taken apart: decoded text and codes. */
export type PatternView = readonly (string | CodeView)[]

/** How far a page has come, as the page list shows it. */
export interface PageSummary {
  readonly page: string
  /** The source page and the target page, from the root. */
  readonly file: string
  readonly targetFile: string
  readonly title: string
  readonly segments: number
  /** Segments a person confirmed whose source did not change since. */
  readonly done: number
  readonly stale: number
  readonly untranslated: number
  /** Made by a machine and confirmed by nobody. */
  readonly machine: number
  readonly lowConfidence: number
  readonly findings: number
  /** Why the page can't be reviewed. */
  readonly problem?: string
}

/** A page of the list before anybody has looked at it. */
export type ListedPage = Pick<PageSummary, 'page' | 'file'> & { readonly summary?: PageSummary }

export interface ProjectView {
  readonly source: Locale
  readonly target: Locale
  readonly pages: readonly ListedPage[]
}

export interface TermView {
  readonly source: string
  readonly target: string
  readonly note?: string
}

export interface SuggestionView {
  readonly fragment: string
  readonly pattern: PatternView
  readonly origin: Origin
  /** 0 to 100. */
  readonly score?: number
  /** The source that the memory has it for, where that is another than the segment's. */
  readonly source?: string
}

export interface ProposalView {
  readonly fragment: string
  readonly pattern: PatternView
  /** The present target, word by word to the proposed one. */
  readonly words: readonly WordChange[]
}

export interface FindingView {
  readonly code: string
  readonly severity: Severity
  readonly message: string
}

export interface SegmentView {
  /** Its place in the page, from 0: what tells segments that share a key apart. */
  readonly index: number
  readonly key: string
  /** Changes whenever anything of the segment does that a reviewer decides upon. */
  readonly version: string
  readonly role: string
  readonly syntax: Syntax
  /** Line of the segment in the source page, and in the target page where it is there. */
  readonly line: number
  readonly targetLine?: number
  readonly fragment: string
  readonly source: PatternView
  /** Undefined for a segment without a translation; empty for one whose text a neighbour's target holds. */
  readonly targetFragment?: string
  readonly target?: PatternView
  readonly state: State
  readonly origin?: Origin
  readonly score?: number
  /** Set for a stale segment: the source that the target was made for, word by word to the present one. */
  readonly change?: readonly WordChange[]
  /** Set where the page and the catalogue were edited at once: approving settles that. */
  readonly isUndecided?: true
  /** What approving the segment puts in the place of its target. */
  readonly proposal?: ProposalView
  readonly suggestions: readonly SuggestionView[]
  readonly terms: readonly TermView[]
  readonly findings: readonly FindingView[]
}

export interface PageView {
  readonly summary: PageSummary
  readonly segments: readonly SegmentView[]
  /** Findings of the page that belong to none of its segments. */
  readonly findings: readonly FindingView[]
}

/** What a reviewer decided about one segment, and what they were looking at when they did. */
export interface Decision {
  readonly index: number
  readonly key: string
  readonly version: string
  /**
   * The new target: as a pattern from the editor, or as a fragment. Left out: approving takes what is proposed, if
   * anything is; else the target stays.
   */
  readonly target?: PatternView | string
  readonly state: 'translated' | 'reviewed'
}

export type DecisionResult =
  /** `undo` names what was done, for it to be undone. */
  | { readonly type: 'saved'; readonly page: PageView; readonly undo: string }
  /** Somebody else changed these in the meantime; nothing was written. `page` is what is there now. */
  | { readonly type: 'conflict'; readonly indexes: readonly number[]; readonly page: PageView }
  /** Nothing was written; the message says why and what to do. */
  | { readonly type: 'refused'; readonly message: string }

export interface SearchHit {
  readonly page: string
  readonly index: number
  readonly source: string
  readonly target: string
}

export interface SearchResult {
  readonly hits: readonly SearchHit[]
  /** Hits beyond those listed. */
  readonly more: number
  /** Pages that have not been read yet: they are not searched. */
  readonly unread: number
}

/** What the server tells a page that is open. */
export type ReviewEvent =
  | { readonly type: 'summary'; readonly summary: PageSummary }
  /** The page's files are no longer what they were when it was last read. */
  | { readonly type: 'changed'; readonly page: string }
  /** The list of pages is another one. */
  | { readonly type: 'pages'; readonly project: ProjectView }
