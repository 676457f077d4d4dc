import type { PageAlignment } from '../../absorb/alignment/page-alignment.ts'
import { pageFormat } from '../../config/page-format.ts'
import type { Diagnostic, Skeleton } from '../../model.ts'
import { guardPage } from '../../reassemble/guard/guard-page.ts'
import { keysOf } from './keys-of.ts'
import type { TargetInHand } from './page-in-hand.ts'
import { personsTargets } from './persons-targets.ts'

/** Translations of what is new in a source. */
export interface NewTexts {
  /** By index in `segmentsOf(source)`; none where the source's text is to stand. */
  readonly targets: ReadonlyMap<number, string>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The translations of the source's new segments, bar those that would change its structure or its codes: these are
 * guarded in the source, where their surroundings are their own.
 *
 * @param source the source's skeleton, slugs, stems and links as the locale has them
 */
export function newTexts(target: TargetInHand, source: Skeleton, alignment: PageAlignment): NewTexts {
  const { page, entries, locale } = target
  const keys = keysOf(target)
  const targets: (string | undefined)[] = keys.map(() => undefined)
  for (const index of newIndexes(alignment)) targets[index] = entries.targets.get(keys[index] ?? '')
  if (targets.every(text => text === undefined)) return { targets: new Map(), diagnostics: [] }
  const guarded = guardPage({
    source: source.parts.map(({ raw }) => raw).join(''),
    skeleton: source,
    targets,
    confirmed: personsTargets(target),
    format: pageFormat(page.file.file),
    file: page.file.file,
    locale,
  })
  const refused = new Set(guarded.rejected)
  const kept = targets.flatMap((text, index) =>
    text === undefined || refused.has(index) ? [] : [[index, text] as const],
  )
  return { targets: new Map(kept), diagnostics: [...guarded.diagnostics, ...guarded.kept] }
}

function newIndexes({ newBlocks, newSegments }: PageAlignment): readonly number[] {
  const inBlocks = newBlocks.flatMap(({ segments: { start, end } }) =>
    Array.from({ length: end - start }, (_, order) => start + order),
  )
  return [...inBlocks, ...newSegments.map(({ segment }) => segment)]
}
