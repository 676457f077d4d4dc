import type { PageTargets } from '../../model.ts'
import { absenceMarks } from './absence.ts'
import type { BaseSegment } from './page-base.ts'

/** Targets whose source is gone: on a page that is patched they may still stand. */
export function orphansOf(page: PageTargets): readonly BaseSegment[] {
  if (!page.diverged) return []
  return [...page.states.values()].flatMap(({ key, state, orphanSource }) => {
    const target = page.targets.get(key)
    if (orphanSource === undefined || target === undefined) return []
    return { key, source: orphanSource, target, state, gap: absenceMarks.removed, isOrphan: true } as const
  })
}
