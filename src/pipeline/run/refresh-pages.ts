import type { Locale } from '../../model.ts'
import type { Project } from '../project/open-project.ts'
import type { TranslateReport } from './report.ts'
import { translatePages } from './translate-pages.ts'

/**
 * Brings the catalogue and the pages of a locale up to each other, without any engine: before the catalogue is changed,
 * so that what people did to the pages is in it; and after, so that the pages say what it says.
 */
export function refreshPages(
  project: Project,
  locale: Locale,
  signal: AbortSignal,
): Promise<TranslateReport> {
  return translatePages(project, {
    locales: [locale],
    pages: [],
    engine: 'memory',
    dryRun: false,
    maxCharacters: 0,
    signal,
    progress: { update: () => undefined, note: () => undefined },
  })
}
