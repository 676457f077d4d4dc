import type { PageTargets, Skeleton } from '../../model.ts'
import { gapDigest } from '../../syntax/gap-digest.ts'
import { gapsOf } from '../../syntax/gaps-of.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { writtenDigest } from './written-digest.ts'

/** Sentences of a page that one target may have become. */
const longestTarget = 4

/**
 * Whether a target page is, text and markup alike, what its sidecar remembers of it as last written, without a need for
 * its source. Sure of what it says when it holds; a page with targets that were left empty or with more sentences than
 * the source's may not be recognised.
 *
 * @param edited the target page as it is
 */
export function isAsWritten(edited: Skeleton, { states, tail, diverged }: PageTargets): boolean {
  const gaps = gapsOf(edited)
  if (diverged || tail !== gapDigest(gaps.tail)) return false
  const segments = segmentsOf(edited)
  const expected = [...states.values()].filter(({ orphanSource }) => orphanSource === undefined)
  // A key is listed once, where it first stands: its other occurrences are awaited from there on.
  const awaited: string[] = []
  let next = 0
  for (let index = 0; index < segments.length; ) {
    const gap = gapDigest(gaps.before[index] ?? '')
    const { gap: [first = '', ...others] = [], written = '' } = recordOf(expected[next])
    const length = gap === first ? lengthOf(segments, gaps.before, index, written) : 0
    if (length > 0) {
      awaited.push(...others.map(other => `${other} ${written}`))
      next += 1
      index += length
      continue
    }
    const at = awaited.indexOf(`${gap} ${writtenDigest(segments[index]?.fragment ?? '')}`)
    if (at < 0) return false
    awaited.splice(at, 1)
    index += 1
  }
  return next === expected.length && awaited.length === 0
}

function recordOf(state: { readonly gap?: string; readonly written?: string } | undefined) {
  return { gap: state?.gap?.split(' ') ?? [], written: state?.written }
}

/** How many of the page's segments are one target as written; 0 when none are. */
function lengthOf(
  segments: readonly { readonly fragment: string }[],
  gaps: readonly string[],
  start: number,
  written: string,
): number {
  let text = ''
  for (let length = 1; length <= longestTarget && start + length <= segments.length; length++) {
    const index = start + length - 1
    text += (length === 1 ? '' : (gaps[index] ?? '')) + (segments[index]?.fragment ?? '')
    if (writtenDigest(text) === written) return length
  }
  return 0
}
