import { absenceOf } from '../../absorb/base/absence-of.ts'
import type { Diagnostic, SegmentState } from '../../model.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'
import { isMarkedAnew } from './is-marked-anew.ts'
import { keysOf } from './keys-of.ts'
import type { TargetInHand } from './page-in-hand.ts'
import { undecided } from './undecided.ts'

/** What is still to be done for a page in a locale. */
export interface PageState {
  readonly untranslated: number
  readonly stale: number
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Counts the segments without a translation and the stale ones, with a finding for each, for those that a change of the
 * glossary marked, and for those of which two versions are to be decided between.
 *
 * @param reported keys that a step of the run has said more of already
 */
export function reportState(target: TargetInHand, reported: ReadonlySet<string>): PageState {
  const { page, entries, locale } = target
  const diagnostics: Diagnostic[] = []
  let untranslated = 0
  let stale = 0
  const conflicts = new Set<string>()
  // Many segments may share a key, and its gaps are as many: they are looked at once.
  const offPage = new Set([...entries.states.values()].filter(isOffPage).map(({ key }) => key))
  for (const [index, key] of keysOf(target).entries()) {
    const segment = page.segments[index]
    const state = entries.states.get(key)
    if (segment === undefined || offPage.has(key)) continue
    const place = { line: segment.position.line, column: segment.position.column, locale, key }
    const conflict = undecided(page.file.file, place, entries.targets.get(key), state)
    if (conflict !== undefined && !conflicts.has(key)) diagnostics.push(conflict)
    conflicts.add(key)
    if (entries.targets.get(key) === undefined) {
      if (target.planned?.has(index)) continue
      untranslated++
      if (!reported.has(key))
        diagnostics.push(untranslatedDiagnostic(page.file.file, place, state?.suggestion))
    } else if (state?.previousSource !== undefined) {
      stale++
      diagnostics.push(
        pageDiagnostic(
          'stale',
          page.file.file,
          'The source changed since this was translated: the page keeps the earlier translation. Review it.',
          place,
        ),
      )
    } else if (isMarkedAnew(state)) {
      diagnostics.push(
        pageDiagnostic(
          'glossary-outdated',
          page.file.file,
          `The glossary changed since this was translated: it waits to be translated anew. Run \`verso translate ${locale} ${page.file.page}\` with an engine, or approve it as it is.`,
          place,
        ),
      )
    }
  }
  return { untranslated, stale, diagnostics }
}

/** Whether the target page, which is patched, has no place for a segment: what is to be said of that was said. */
function isOffPage({ gap }: SegmentState): boolean {
  return gap?.split(' ').every(one => absenceOf(one) !== undefined) ?? false
}

function untranslatedDiagnostic(
  file: string,
  place: Parameters<typeof pageDiagnostic>[3],
  suggestion: object | undefined,
): Diagnostic {
  const next =
    suggestion === undefined
      ? 'Translate it in the catalogue or on the page, or choose an engine.'
      : 'A suggestion is in the catalogue: review it.'
  return pageDiagnostic(
    'untranslated',
    file,
    `This segment has no translation: the page keeps the source. ${next}`,
    place,
  )
}
