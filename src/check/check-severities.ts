import { type DiagnosticCode, diagnosticCodes } from '../diagnostic-codes.ts'
import type { Severity } from '../model.ts'

/** A severity, or `off`: not reported. */
export type CheckSeverity = Severity | 'off'

/** Where `check` is stricter than a run that can do something about it, or quiet until a team asks. */
const own: Partial<Readonly<Record<DiagnosticCode, CheckSeverity>>> = {
  untranslated: 'error',
  stale: 'error',
  'style-title-case': 'off',
  'style-serial-comma': 'off',
  'style-list-stop': 'off',
  'style-british': 'off',
}

/**
 * How severe `check` takes each code to be.
 *
 * @param configured the configuration's `checks`
 */
export function checkSeverities(
  configured: Partial<Readonly<Record<string, CheckSeverity>>>,
): Readonly<Record<DiagnosticCode, CheckSeverity>> {
  return { ...diagnosticCodes, ...own, ...configured }
}
