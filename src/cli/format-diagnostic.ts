import type { Diagnostic } from '../model.ts'

/** One line: `content/fr/a.md:12:4 warning untranslated [en] message`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, code, locale, message } = diagnostic
  return `${file}:${line}:${column} ${severity} ${code}${locale === undefined ? '' : ` [${locale}]`} ${message}`
}
