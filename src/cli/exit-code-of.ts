import type { Diagnostic } from '../model.ts'
import { exitCodes } from './exit-codes.ts'

/** 1 when a finding is an error, else 0. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.some(({ severity }) => severity === 'error') ? exitCodes.diagnostics : exitCodes.done
}
