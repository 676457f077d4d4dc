import type { Diagnostic, Locale } from '../../model.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'
import type { Orphan } from './orphan.ts'
import { orphanMessage } from './orphan-message.ts'

/**
 * A finding for each page without a source: on its target page, or on its resource where there is no page. What is kept
 * for the memory is none.
 */
export function reportOrphans(orphans: readonly Orphan[], locale: Locale): readonly Diagnostic[] {
  return orphans.flatMap(({ target, resource, fate, isMemory }) => {
    const file = target ?? resource
    if (file === undefined || isMemory) return []
    const code = fate.type === 'gone' ? 'page-orphan' : 'page-moved'
    return [pageDiagnostic(code, file, orphanMessage(fate), { locale })]
  })
}
