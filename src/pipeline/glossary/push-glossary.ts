import { EngineFault } from '../../engine-fault.ts'
import type { Diagnostic, Locale } from '../../model.ts'
import { type SyncedGlossary, syncGlossary } from '../../translate/engines/deepl/sync-glossary.ts'
import { VersoError } from '../../verso-error.ts'
import { connectDeepl } from '../engines/connect-deepl.ts'
import { glossaryName } from '../engines/glossary-name.ts'
import { glossaryUnsupported } from '../engines/glossary-unsupported.ts'
import { projectName } from '../engines/project-name.ts'
import { loadGlossary } from '../project/load-glossary.ts'
import type { Project } from '../project/open-project.ts'

/** What DeepL's glossary of a locale came to. */
export interface PushedGlossary extends SyncedGlossary {
  readonly locale: Locale
  readonly name: string
}

export interface PushReport {
  readonly glossaries: readonly PushedGlossary[]
  /** What is wrong with the glossary files; terms that can't be used are not pushed. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Makes the project's glossary at DeepL match `glossary.yaml`, and deletes what is left there of this project.
 *
 * @throws VersoError `config` without a key, `engine` when DeepL is not reached or refuses
 */
export async function pushGlossary(project: Project, locales: readonly Locale[]): Promise<PushReport> {
  const { config, environment } = project
  const connection = connectDeepl(config.engines.deepl, environment)
  const own = projectName(project)
  const glossaries: PushedGlossary[] = []
  const diagnostics: Diagnostic[] = []
  for (const locale of locales) {
    const loaded = await loadGlossary(project, locale)
    diagnostics.push(...loaded.diagnostics)
    const name = glossaryName(own, locale)
    const targets = [...config.targets, locale].filter(target => glossaryName(own, target) === name)
    try {
      const synced = await syncGlossary({
        connection,
        name,
        source: config.source,
        target: locale,
        terms: loaded.glossary.terms,
        prune: { targets },
      })
      glossaries.push({ locale, name, ...synced })
      if (synced.action === 'unsupported') diagnostics.push(glossaryUnsupported(project, locale))
    } catch (error) {
      if (!(error instanceof EngineFault)) throw error
      throw new VersoError('engine', `The glossary of ${locale} was not pushed: ${error.message}`, {
        cause: error,
      })
    }
  }
  return { glossaries, diagnostics }
}
