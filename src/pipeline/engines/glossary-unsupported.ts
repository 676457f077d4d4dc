import type { Diagnostic, Locale } from '../../model.ts'
import type { Project } from '../project/open-project.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'

/** DeepL has no glossaries for a project's language pair. */
export function glossaryUnsupported({ config }: Pick<Project, 'config'>, locale: Locale): Diagnostic {
  const message = `DeepL has no glossaries for ${config.source} → ${locale}: it is told of terms only where an answer missed them.`
  return pageDiagnostic('glossary-unsupported', `${config.catalogue}/${locale}/glossary.yaml`, message, {
    locale,
  })
}
