import type { EngineName } from '../model.ts'

/** Whether an engine only serves to test what is around it. Nothing of its making enters the memory. */
export function isTestEngine(name: EngineName | 'human' | undefined): boolean {
  return name === 'identity' || name === 'pseudo'
}
