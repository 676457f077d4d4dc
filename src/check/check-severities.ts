import { type DiagnosticCode, diagnosticCodes } from '../diagnostic-codes.ts'
import type { Severity } from '../model.ts'

/** A severity, or `off`: not reported. */
export type CheckSeverity = Severity | 'off'

/** Where `check` is stricter than a run that can do something about it, or quiet until a team asks. */
const own: Partial<Readonly<Record<DiagnosticCode, CheckSeverity>>> = {
  'no-pages': 'error',
  untranslated: 'error',
  stale: 'error',
  'glossary-outdated': 'error',
  'style-title-case': 'off',
  'style-serial-comma': 'off',
  'style-list-stop': 'off',
  'style-british': 'off',
}

/** What the next `sync` deals with by itself, or hands to a reviewer. */
const pendingCodes: readonly DiagnosticCode[] = [
  'page-missing',
  'page-outdated',
  'page-edited',
  'untranslated',
  'stale',
  'glossary-outdated',
]

/**
 * How severe `check` takes each code to be.
 *
 * @param configured the configuration's `checks`
 * @param pending how severe what the next `sync` deals with is, where it is not off; undefined: as severe as ever
 */
export function checkSeverities(
  configured: Partial<Readonly<Record<string, CheckSeverity>>>,
  pending?: CheckSeverity,
): Readonly<Record<DiagnosticCode, CheckSeverity>> {
  const severities = { ...diagnosticCodes, ...own, ...configured }
  if (pending === undefined) return severities
  const isOn = (code: DiagnosticCode) => severities[code] !== 'off'
  return {
    ...severities,
    ...Object.fromEntries(pendingCodes.filter(isOn).map(code => [code, pending] as const)),
  }
}
