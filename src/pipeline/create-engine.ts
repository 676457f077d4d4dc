import type { Engine, EngineName } from '../model.ts'
import type { DraftSetting } from './draft/draft-setting.ts'

/**
 * An engine by its name. What it is made of is loaded when it is asked for, and what it works with by its first request.
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
      const { createDraftEngine } = await import('../translate/draft/create-draft-engine.ts')
      return createDraftEngine(async () =>
        (await import('./draft/load-draft-models.ts')).loadDraftModels(setting),
      )
    }
    case 'deepl':
      return (await import('./engines/open-deepl.ts')).openDeepl(project, locale, setting.notify)
    case 'libretranslate':
      return (await import('./engines/open-libretranslate.ts')).openLibretranslate(project)
    case 'openai':
      return (await import('./engines/open-openai.ts')).openOpenai(project)
  }
}
