import type { Diagnostic, Position } from '../model.ts'
import type { PageAlignment } from './alignment/page-alignment.ts'

/** A target that a person gave on the page. To be stored as `reviewed`, origin `human`. */
export interface Edit {
  /** The segment's index in the base; undefined without a base. */
  readonly index: number | undefined
  /** Its index in `segmentsOf(source)`; undefined for one that the source has no more. */
  readonly segment: number | undefined
  /** The key of this occurrence as last written: `<key>`, from the second one on `<key>~n`. */
  readonly key: string
  /** Empty for a sentence that was merged into the one before it or removed from its unit. */
  readonly target: string
  /** What the catalogue has; undefined for an untranslated segment. */
  readonly previous: string | undefined
  /** Whether `previous` never was on the page: the catalogue was changed as well. */
  readonly isUnwritten: boolean
  /** Whether the source has the segment only since then: the two were added at the same time. */
  readonly isNew: boolean
  /** The fragment that the base's target was made for. */
  readonly source: string
  /** Whether labels, code, link targets, images and tags are those of the text as last written. */
  readonly codes: 'kept' | 'changed'
  readonly position: Position
}

/** A person's edit of a segment that changed elsewhere as well. The page's text stays; it is among the edits too. */
export interface Conflict {
  readonly index: number
  readonly segment: number | undefined
  readonly key: string
  readonly with: 'source' | 'removal' | 'catalogue'
  /** The fragment that the target was made for, and the source's now; undefined: it has this sentence no more. */
  readonly source: { readonly before: string; readonly now: string | undefined }
  readonly target: { readonly catalogue: string | undefined; readonly page: string }
  readonly position: Position
}

/** Text of the page that stands for no segment of the source. It stays where it is. */
export interface Unaligned {
  readonly raw: string
  readonly position: Position
}

/** A segment that a person took off the page with its whole unit. It is not put back; its target stays. */
export interface Removed {
  readonly index: number
  readonly segment: number
  readonly key: string
  readonly source: string
  readonly target: string | undefined
  /** Where the page goes on after it. */
  readonly position: Position
}

/** What a person did to a target page since Verso wrote it, and what becomes of it. */
export interface Absorption {
  readonly edits: readonly Edit[]
  /** Indices in the base of the segments that say what was written. */
  readonly unchanged: readonly number[]
  /** What was not there, or not known to be there, when the page was last written. */
  readonly unaligned: readonly Unaligned[]
  readonly removed: readonly Removed[]
  readonly conflicts: readonly Conflict[]
  /** The page's structure differs from the source's on purpose: patch it, never regenerate it. */
  readonly diverged: boolean
  readonly alignment: PageAlignment
  readonly diagnostics: readonly Diagnostic[]
}
