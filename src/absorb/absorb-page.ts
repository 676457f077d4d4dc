import type { Locale, Position, Skeleton } from '../model.ts'
import { absorbForeign } from './absorb-foreign.ts'
import type { Absorption, Unaligned } from './absorption.ts'
import { compareGaps, type GapFinding } from './compare-gaps.ts'
import { comparePages } from './compare-pages.ts'
import { findAlignment } from './find-alignment.ts'
import { findUnaligned } from './find-unaligned.ts'
import { isLikeSource } from './is-like-source.ts'
import { mergeMatches } from './merge-matches.ts'
import type { PageBase } from './page-base.ts'
import type { PageComparison } from './page-comparison.ts'
import { removedSegments } from './removed-segments.ts'
import { reportAbsorption } from './report-absorption.ts'
import { structureChanges } from './structure-changes.ts'

export interface AbsorptionInput {
  /** The page as Verso last wrote it; undefined for a target page that it never wrote and has nothing of. */
  readonly base: PageBase | undefined
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
export function absorbPage({ base, edited, source, file, locale }: AbsorptionInput): Absorption {
  if (base === undefined || isBlank(base)) return absorbForeign(edited, source, file, locale)
  const page = comparePages(base, edited, source)
  const findings = compareGaps(page, base.tail)
  const merged = mergeMatches(base, page)
  const removed = removedSegments(base, page)
  const unaligned = findUnaligned(page, findings)
  const alignment = findAlignment(page, findings)
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
      obsolete: diverged ? obsoleteText(page) : [],
      hasDiverged: diverged && !base.diverged,
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
  const last = page.edited[page.edited.length - 1]?.segment.position
  return findings
    .filter(({ change }) => change === 'both')
    .map(({ match }) => (match === undefined ? last : page.edited[match.edited.start]?.segment.position))
    .map(position => position ?? { line: 1, column: 1, offset: 0 })
}

/** Text on the page whose source is gone and that nobody edited; what was edited is a conflict. */
function obsoleteText(page: PageComparison): readonly Unaligned[] {
  return page.matches.flatMap(({ base, edited, fragment }) => {
    const position = page.edited[edited.start]?.segment.position
    if (position === undefined || base.some(host => page.carried.to[host] !== undefined)) return []
    return { raw: fragment, position }
  })
}
