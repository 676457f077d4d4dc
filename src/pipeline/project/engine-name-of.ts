import type { EngineName } from '../../model.ts'
import type { Project } from './open-project.ts'

/**
 * The engine that a run uses.
 *
 * @param asked the command line's; undefined: the configuration's
 */
export function engineNameOf({ config, environment }: Project, asked: EngineName | undefined): EngineName {
  const name = asked ?? config.engine
  if (name !== 'auto') return name
  return environment.DEEPL_AUTH_KEY?.trim() ? 'deepl' : 'draft'
}
