import type { PageAlignment } from '../../absorb/alignment/page-alignment.ts'
import type { Resource } from '../../catalogue/resource.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Diagnostic, Locale, PageTargets, Segment, Skeleton } from '../../model.ts'
import type { Stamp } from '../files/stamp-file.ts'
import type { PageLinks } from '../site/page-links.ts'

/** A source page that a run works on. */
export interface PageInHand {
  readonly file: PageFile
  readonly text: string
  readonly skeleton: Skeleton
  /** `segmentsOf(skeleton)`. */
  readonly segments: readonly Segment[]
  /** The source resource as it is on disk. */
  readonly resource: Resource
  readonly diagnostics: readonly Diagnostic[]
  /** Of the source page, taken before it was read. */
  readonly stamp: Stamp
}

/** A page's side of one target locale, as far as a run has come with it. */
export interface TargetInHand {
  readonly locale: Locale
  readonly page: PageInHand
  /** The target page, from the root. */
  readonly file: string
  /** Its present text, as it is on disk; undefined when it doesn't exist. */
  readonly onDisk: string | undefined
  /** The same, with the line ends of its source where Verso writes the page. */
  readonly text: string | undefined
  /** How its links differ from its source's: what the catalogue has is written so. */
  readonly links: PageLinks
  /** What the catalogue has, under the keys of the source as it is now. */
  entries: PageTargets
  /** Of a target page that a person shaped: what of the source stands where in it. */
  readonly diverged: DivergedPage | undefined
  readonly diagnostics: Diagnostic[]
  /** In a dry run: the segments that would be filled or would not be on the page, by index. */
  planned?: ReadonlySet<number>
  /** What happened in this run and is not there to be found by the next: hand edits that were taken in. */
  readonly events: readonly Diagnostic[]
}

/** A target page that is patched and never written anew. */
export interface DivergedPage {
  readonly skeleton: Skeleton
  readonly alignment: PageAlignment
}
