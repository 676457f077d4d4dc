import type { Engine, EngineName } from '../model.ts'
import { identity } from '../translate/engines/identity.ts'
import { pseudo } from '../translate/engines/pseudo.ts'
import { VersoError } from '../verso-error.ts'

/**
 * An engine by its name.
 *
 * @returns undefined for `memory`: no engine at all
 */
export function createEngine(name: EngineName): Engine | undefined {
  switch (name) {
    case 'memory':
      return undefined
    case 'identity':
      return identity
    case 'pseudo':
      return pseudo
    default:
      throw new VersoError('usage', `The engine ${name} isn't here yet. Choose memory, identity or pseudo.`)
  }
}
