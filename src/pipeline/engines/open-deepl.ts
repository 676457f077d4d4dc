import type { Diagnostic, Engine, Locale } from '../../model.ts'
import { createDeeplEngine } from '../../translate/engines/deepl/create-deepl-engine.ts'
import type { Project } from '../project/open-project.ts'
import { connectDeepl } from './connect-deepl.ts'
import { glossaryName } from './glossary-name.ts'
import { glossaryUnsupported } from './glossary-unsupported.ts'
import { projectName } from './project-name.ts'

/**
 * DeepL as a project's configuration has it. Its glossary is brought up to date when the first text is sent.
 *
 * @param notify told when DeepL has no glossaries for the language pair
 * @throws VersoError `config` without a usable key
 */
export function openDeepl(
  project: Project,
  locale: Locale,
  notify: (diagnostic: Diagnostic) => void,
): Engine {
  const settings = project.config.engines.deepl
  const connection = connectDeepl(settings, project.environment)
  return createDeeplEngine({
    connection,
    settings,
    async prepareGlossary({ source, target, glossary }) {
      if (glossary.terms.length === 0) return undefined
      const { syncGlossary } = await import('../../translate/engines/deepl/sync-glossary.ts')
      const name = glossaryName(projectName(project), locale)
      const synced = await syncGlossary({ connection, name, source, target, terms: glossary.terms })
      if (synced.action === 'unsupported') notify(glossaryUnsupported(project, locale))
      return synced.glossaryId
    },
  })
}
