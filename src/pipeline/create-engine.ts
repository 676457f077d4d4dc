import type { Engine, EngineName } from '../model.ts'
import { createDraftEngine } from '../translate/draft/create-draft-engine.ts'
import { identity } from '../translate/engines/identity.ts'
import { pseudo } from '../translate/engines/pseudo.ts'
import { VersoError } from '../verso-error.ts'
import type { DraftSetting } from './draft/draft-setting.ts'

/**
 * An engine by its name. What it works with is loaded by its first request.
 *
 * @returns undefined for `memory`: no engine at all
 */
export function createEngine(name: EngineName, setting: DraftSetting): Engine | undefined {
  switch (name) {
    case 'memory':
      return undefined
    case 'identity':
      return identity
    case 'pseudo':
      return pseudo
    case 'draft':
      return createDraftEngine(async () =>
        (await import('./draft/load-draft-models.ts')).loadDraftModels(setting),
      )
    default:
      throw new VersoError(
        'usage',
        `The engine ${name} isn't here yet. Choose memory, draft, identity or pseudo.`,
      )
  }
}
