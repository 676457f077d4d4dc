import { writtenDigest } from '../base/written-digest.ts'

/** The versions of one segment that a merge has to do with. All are fragments. */
export interface SegmentVersions {
  /** The source that the target was made for. */
  readonly source: string
  /** The source as it is now; undefined when the page has this sentence no more. */
  readonly newSource: string | undefined
  /** The catalogue's target; undefined for an untranslated segment. */
  readonly target: string | undefined
  /** Whether a person confirmed a target. */
  readonly isConfirmed: boolean
  /** Digest (`writtenDigest`) of what was last written to the page; undefined: the target was. */
  readonly written: string | undefined
  /** What the target page says now. */
  readonly edited: string
  /** Whether a fragment says the same as `edited`, however it is spelt. */
  readonly isOnPage: (fragment: string) => boolean
}

/**
 * - `unchanged`: the page says what was written: catalogue and source may have moved on, and are right;
 * - `edited`: a person changed the page and nobody anything else;
 * - `conflict`: a person changed the page; the source changed or lost the sentence, or the catalogue's target was
 *   changed as well. The page is right, and both versions are kept and told.
 */
export type MergeOutcome =
  | { readonly type: 'unchanged' }
  | { readonly type: 'edited' }
  | { readonly type: 'conflict'; readonly with: 'source' | 'removal' | 'catalogue' }

/**
 * Merges the last output, the edited page and the changed source of one segment.
 *
 * A page that says the catalogue's target is up to date, whoever put it there. One that says the source is not an
 * edit: the segment fell back, or the run that had the target was killed before it wrote the page. A confirmed target
 * that the catalogue has no more is taken from the page, which still has it.
 */
export function mergeThreeWay(versions: SegmentVersions): MergeOutcome {
  const { source, newSource, target = source, written, edited, isOnPage } = versions
  if (isOnPage(target)) return { type: 'unchanged' }
  const isTargetWritten = written === undefined || written === writtenDigest(target)
  const isLost = versions.target === undefined && versions.isConfirmed
  if (!isTargetWritten && !isLost && written === writtenDigest(edited)) return { type: 'unchanged' }
  const isPutBack = written !== undefined && isTargetWritten
  if (isOnPage(source) && !isPutBack) return { type: 'unchanged' }
  if (newSource === undefined) return { type: 'conflict', with: 'removal' }
  if (versions.target !== undefined && !isTargetWritten && written !== writtenDigest(source)) {
    return { type: 'conflict', with: 'catalogue' }
  }
  if (newSource !== source) return { type: 'conflict', with: 'source' }
  return { type: 'edited' }
}
