import { VersoError } from '../../../verso-error.ts'
import type { DecisionResult } from '../review-view.ts'

/** What keeps a save from being made is said to the reviewer; a fault of the program is thrown. */
export function saveFault(error: unknown): Extract<DecisionResult, { type: 'refused' }> {
  if (error instanceof VersoError) return { type: 'refused', message: error.message }
  const { code, path = '' } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return {
    type: 'refused',
    message: `${path.replace(/\.tmp$/, '')} can't be written (${code}). Nothing was saved: make it writable, then save again.`,
  }
}
