import type { Locale, Position, Skeleton } from '../model.ts'
import { absorbForeign } from './absorb-foreign.ts'
import type { Absorption, Conflict, Unaligned } from './absorption.ts'
import { findAlignment } from './alignment/find-alignment.ts'
import type { PageBase } from './base/page-base.ts'
import type { PageComparison } from './comparison/page-comparison.ts'
import { findUnaligned } from './find-unaligned.ts'
import { compareGaps, type GapFinding } from './gaps/compare-gaps.ts'
import { structureChanges } from './gaps/structure-changes.ts'
import { isLikeSource } from './is-like-source.ts'
import { mergeMatches } from './merge/merge-matches.ts'
import { removedSegments } from './merge/removed-segments.ts'
import { reportAbsorption } from './report-absorption.ts'
import { withNewSegments } from './with-new-segments.ts'

export interface AbsorptionInput {
  /** The page as Verso last wrote it; without anything that an edit could be told from for one that it never wrote. */
  readonly base: PageBase
  /** The target page as it is on disk. */
  readonly edited: Skeleton
  /** The page's source as it is now, its verbatim text as it would be written: slugs and stems filled in. */
  readonly source: Skeleton
  /** The target page's file, for diagnostics. */
  readonly file: string
  readonly locale: Locale
}

/**
 * Compares a target page with what was last written to it and with its source, and takes in what a person did to it.
 *
 * Nothing of the person's text is lost: each piece of it is in a target (`edits`), or stays on the page, which is then
 * `diverged`. A page that nobody touched has no edits and is not diverged by it.
 */
export function absorbPage({ base: last, edited, source, file, locale }: AbsorptionInput): Absorption {
  if (isBlank(last)) return absorbForeign(edited, source, file, locale)
  const { base, page } = withNewSegments(last, edited, source)
  const findings = compareGaps(page, base.tail)
  const merged = mergeMatches(base, page)
  const removed = removedSegments(base, page)
  const unaligned = findUnaligned(page, findings)
  const alignment = findAlignment(page, findings, edited)
  const changes = structureChanges(page, findings)
  const isTouched =
    changes.verbatim + changes.moved + changes.turned + removed.length + unaligned.length > 0 ||
    merged.conflicts.some(conflict => conflict.with === 'removal')
  const diverged = isTouched || (base.diverged && !isLikeSource(page, findings))
  const diagnostics = reportAbsorption(
    {
      ...merged,
      removed,
      unaligned,
      gapConflicts: gapConflicts(page, findings),
      obsolete: diverged ? obsoleteText(page, merged.conflicts) : [],
      divergedAt: diverged && !base.diverged ? divergedAt(page, findings) : undefined,
    },
    file,
    locale,
  )
  return { ...merged, unaligned, removed, diverged, alignment, diagnostics }
}

/** Whether a base knows neither a target nor what was written: nothing that an edit could be told from. */
function isBlank({ segments, tail }: PageBase): boolean {
  return tail === undefined && segments.every(({ target, gap }) => target === undefined && gap === undefined)
}

function gapConflicts(page: PageComparison, findings: readonly GapFinding[]): readonly Position[] {
  return findings.filter(({ change }) => change === 'both').map(finding => positionAfter(page, finding))
}

/** Where the page first differs from what Verso would write; its beginning when only the order does. */
function divergedAt(page: PageComparison, findings: readonly GapFinding[]): Position {
  const first = findings.find(({ change }) => change === 'edited' || change === 'both')
  return first === undefined ? pageStart : positionAfter(page, first)
}

const pageStart: Position = { line: 1, column: 1, offset: 0 }

/** Where the first segment in or after a gap stands; after the last one, where that stands. */
function positionAfter({ edited }: PageComparison, { match, unaligned }: GapFinding): Position {
  const host = unaligned[0] ?? match?.edited.start ?? edited.length - 1
  return edited[host]?.segment.position ?? pageStart
}

/** Text on the page whose source is gone; what was edited is told as a conflict. */
function obsoleteText(page: PageComparison, conflicts: readonly Conflict[]): readonly Unaligned[] {
  const inConflict = new Set(conflicts.map(({ index }) => index))
  return page.matches.flatMap(({ base, edited, fragment }) => {
    const position = page.edited[edited.start]?.segment.position
    const isWanted = base.some(
      host => page.carried.to[host] !== undefined || inConflict.has(page.base[host]?.index ?? -1),
    )
    return position === undefined || isWanted ? [] : { raw: fragment, position }
  })
}
