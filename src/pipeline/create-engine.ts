import type { Engine, EngineName } from '../model.ts'
import type { DraftSetting } from './draft/draft-setting.ts'

/**
 * An engine by its name. What it is made of is loaded when it is asked for.
 *
 * @returns undefined for `memory`: no engine at all
 * @throws VersoError `config` for an engine that lacks its key or its address
 */
export async function createEngine(name: EngineName, setting: DraftSetting): Promise<Engine | undefined> {
  const { project, locale } = setting
  switch (name) {
    case 'memory':
      return undefined
    case 'identity':
      return (await import('../translate/engines/identity.ts')).identity
    case 'pseudo':
      return (await import('../translate/engines/pseudo.ts')).pseudo
    case 'draft': {
      const [{ createDraftEngine }, { loadDraftModels }] = await Promise.all([
        import('../translate/draft/create-draft-engine.ts'),
        import('./draft/load-draft-models.ts'),
      ])
      // Begun at once, so that it is done by the time that the first text is asked for.
      const models = loadDraftModels(setting)
      models.catch(() => undefined)
      return createDraftEngine(() => models)
    }
    case 'deepl':
      return (await import('./engines/open-deepl.ts')).openDeepl(project, locale, setting.notify)
    case 'libretranslate':
      return (await import('./engines/open-libretranslate.ts')).openLibretranslate(project)
    case 'openai':
      return (await import('./engines/open-openai.ts')).openOpenai(project)
  }
}
