import type { PagePair } from '../../check/page-pair.ts'
import { pairSegments } from '../../check/pair-segments.ts'
import { placeSegments } from '../../check/place-segments.ts'
import { pageFormat } from '../../config/page-format.ts'
import type { Locale, Skeleton } from '../../model.ts'
import { keysOf } from '../run/keys-of.ts'
import type { AlignedTarget } from './align-target.ts'

interface Aligned extends AlignedTarget {
  readonly edited: Skeleton
  readonly text: string
  readonly sourceLocale: Locale
}

/** A source page and its translation, sentence by sentence, for the checks. */
export function pairPage({ target, source, places, edits, edited, text, sourceLocale }: Aligned): PagePair {
  const { page, entries, file, locale } = target
  const sourceSegments = placeSegments(source)
  const targetSegments = placeSegments(edited)
  const inCatalogue = keysOf(target).map(key => ({
    key,
    state: entries.states.get(key),
    target: entries.targets.get(key),
  }))
  const paired = pairSegments(sourceSegments, targetSegments, inCatalogue, places)
  return {
    page: page.file.page,
    locales: { source: sourceLocale, target: locale },
    source: { file: page.file.file, text: page.text, skeleton: source, segments: sourceSegments },
    target: { file, text, skeleton: edited, segments: targetSegments },
    pairs: paired.pairs,
    unitPairs: paired.unitPairs,
    translated: targetSegments.filter(placed => !paired.untranslated.has(placed)),
    diverged: edits.diverged,
    format: pageFormat(file),
  }
}
