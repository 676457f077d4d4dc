import { gapDigest } from '../../syntax/gap-digest.ts'
import { type GapRecord, parseGapRecord } from '../base/gap-record.ts'
import { isNew } from '../comparison/is-new.ts'
import type { EditedMatch } from '../comparison/match-edited.ts'
import { matchOfSource } from '../comparison/match-of-source.ts'
import type { PageComparison } from '../comparison/page-comparison.ts'
import { wasOnPage } from '../comparison/was-on-page.ts'
import { indicesBetween } from '../sequences/indices-between.ts'
import { gapPosition } from './gap-position.ts'
import { sourceGap } from './source-gap.ts'

/**
 * - `same`: nothing to do;
 * - `source`: the source's text changed, the page's did not: the source's is taken;
 * - `edited`: a person changed the page's text: it stays;
 * - `both`: both changed, each in another way: the page's stays, and that is told.
 */
export type GapChange = 'same' | 'source' | 'edited' | 'both'

/** What became of the verbatim text before a match, or at the page's end. */
export interface GapFinding {
  /** The match after it; undefined for the page's end. */
  readonly match: EditedMatch | undefined
  readonly change: GapChange
  /** Digest of what stands on the edited page there, text that stands for no segment included. */
  readonly digest: string
  /** Digest of what the source has there now; undefined when it no longer has the segment after it. */
  readonly source: string | undefined
  /** Whether it stood there already when the page was last written. */
  readonly isKnown: boolean
  /** Whether the source has the same there now. */
  readonly isSource: boolean
  /** Positions among the edited page's hosts of that text. */
  readonly unaligned: readonly number[]
}

/**
 * Compares the verbatim text between the matched segments of the edited page with what was last written there and with
 * what the source has there now. Text of the edited page that stands for no segment counts as verbatim.
 *
 * @param tail the base's record of the page's end
 * @returns a finding for each match in the order of the edited page, and one for the page's end
 */
export function compareGaps(page: PageComparison, tail: string | undefined): readonly GapFinding[] {
  const digestOf = remembering(gapDigest)
  const versions: GapVersions = {
    records: [...page.base.map(host => host.gap), parseGapRecord(tail)],
    source: [...page.source.map(host => host.gap), page.tails.source].map(digestOf),
    digestOf,
  }
  let before: EditedMatch | undefined
  return editedGaps(page).map(({ match, text, unaligned }) => {
    const digest = digestOf(text)
    const evidence = evidenceFor(page, versions, before, match)
    before = match
    const isKnown = evidence.written.has(digest)
    const isSource = evidence.sources.has(digest)
    const change = judge(digest, evidence)
    return { match, change, digest, source: evidence.source, isKnown, isSource, unaligned }
  })
}

/** Most gaps of a page are one of a few. */
function remembering(digest: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return text => {
    const found = known.get(text) ?? digest(text)
    known.set(text, found)
    return found
  }
}

interface EditedGap extends Pick<GapFinding, 'match' | 'unaligned'> {
  readonly text: string
}

/** The edited page's text between its matches, and after the last one. */
function editedGaps(page: PageComparison): readonly EditedGap[] {
  const gaps: EditedGap[] = []
  let text = ''
  let unaligned: number[] = []
  const close = (match: EditedMatch | undefined) => {
    gaps.push({ match, text, unaligned })
    text = ''
    unaligned = []
  }
  for (const [position, { gap, segment }] of page.edited.entries()) {
    const match = page.matchOfEdited[position]
    if (match !== undefined && match.edited.start < position) continue
    text += gap
    if (match !== undefined) {
      close(match)
      continue
    }
    text += segment.raw
    unaligned.push(position)
  }
  text += page.tails.edited
  close(undefined)
  return gaps
}

/** By position among hosts, the page's end last. */
interface GapVersions {
  readonly records: readonly (GapRecord | undefined)[]
  /** Digests. */
  readonly source: readonly string[]
  readonly digestOf: (text: string) => string
}

/** What an edited gap is compared with, as digests. */
interface Evidence {
  readonly record: GapRecord | undefined
  /** What may stand there with nothing changed but segments before it taken off the page. */
  readonly written: ReadonlySet<string>
  /** The source's; undefined when it no longer has the segment after the gap. */
  readonly source: string | undefined
  /** What the source may have there, segments before it left out. */
  readonly sources: ReadonlySet<string>
  /** Whether the same segment is before it on the page, in the source and, nothing taken off since, in the base. */
  readonly isAligned: boolean
}

function evidenceFor(
  page: PageComparison,
  versions: GapVersions,
  before: EditedMatch | undefined,
  match: EditedMatch | undefined,
): Evidence {
  const first = match === undefined ? page.base.length : (match.base[0] ?? 0)
  const current = match === undefined ? page.source.length : page.carried.to[first]
  const baseBefore = lastMatched(first, position => page.matchOfBase[position])
  const sourceBefore = lastMatched(current ?? 0, position => matchOfSource(page, position))
  const isOnPage = (position: number) => page.matchOfBase[position] !== undefined
  const written = between(page.base, baseBefore.position, first).flatMap(position => {
    const record = versions.records[position]
    return typeof record === 'object' ? record.page : []
  })
  const record = versions.records[gapPosition(page.base, first, isOnPage)]
  const isNothingGone = page.base.slice(baseBefore.position + 1, first).every(host => !wasOnPage(host, page))
  const isAligned = isNothingGone && baseBefore.match === before && sourceBefore.match === before
  if (current === undefined) {
    return { record, written: new Set(written), source: undefined, sources: new Set(), isAligned }
  }
  const { closing, rest } = sourceGap(page, current)
  const source = versions.digestOf(closing + rest)
  const isAllNew = indicesBetween(sourceBefore.position + 1, current, new Set()).every(other =>
    isNew(page, other),
  )
  const sources = isAllNew
    ? []
    : between(page.source, sourceBefore.position, current).flatMap(other => versions.source[other] ?? [])
  return { record, written: new Set(written), source, sources: new Set([source, ...sources]), isAligned }
}

/**
 * Positions of the gaps that may stand between two hosts when those between them are taken off: any of those inside a
 * unit that both are in, otherwise that before any of the units.
 */
function between(
  hosts: readonly { readonly starts: boolean }[],
  before: number,
  at: number,
): readonly number[] {
  const positions = Array.from({ length: at - before }, (_, index) => before + 1 + index)
  const starts = positions.filter(position => hosts[position]?.starts ?? true)
  return starts.length === 0 ? positions : starts
}

function judge(digest: string, { record, written, source, sources, isAligned }: Evidence): GapChange {
  if (typeof record !== 'object') return sources.has(digest) || source === undefined ? 'same' : 'edited'
  const isSourceChanged = source !== undefined && source !== record.source && isAligned
  if (!written.has(digest)) {
    if (sources.has(digest)) return 'same'
    return isSourceChanged ? 'both' : 'edited'
  }
  if (!isSourceChanged || sources.has(digest)) return 'same'
  return record.page === record.source ? 'source' : 'both'
}

/** The last position before `end` that has a match; -1 when none has. */
function lastMatched(
  end: number,
  matchAt: (position: number) => EditedMatch | undefined,
): { readonly position: number; readonly match: EditedMatch | undefined } {
  for (let position = end - 1; position >= 0; position--) {
    const match = matchAt(position)
    if (match !== undefined) return { position, match }
  }
  return { position: -1, match: undefined }
}
