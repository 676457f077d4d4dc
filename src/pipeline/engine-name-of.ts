import type { Config } from '../config/config.ts'
import type { EngineName } from '../model.ts'

/**
 * The engine that a run uses.
 *
 * @param asked the command line's; undefined: the configuration's
 */
export function engineNameOf(config: Config, asked: EngineName | undefined): EngineName {
  const name = asked ?? config.engine
  return name === 'auto' ? 'draft' : name
}
