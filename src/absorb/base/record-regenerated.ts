import type { Skeleton } from '../../model.ts'
import { gapDigest } from '../../syntax/gap-digest.ts'
import { gapsOf } from '../../syntax/gaps-of.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import type { PageRecord } from './page-record.ts'
import { writtenDigest } from './written-digest.ts'

/**
 * What to remember of a page that was written from its source's skeleton.
 *
 * @param source the skeleton, slugs and stems filled in
 * @param fragments what was written for each segment; undefined where the source was
 */
export function recordRegenerated(source: Skeleton, fragments: readonly (string | undefined)[]): PageRecord {
  const { before, tail } = gapsOf(source)
  return {
    gaps: before.map(gapDigest),
    written: segmentsOf(source).map(({ fragment }, index) => writtenDigest(fragments[index] ?? fragment)),
    tail: gapDigest(tail),
  }
}
