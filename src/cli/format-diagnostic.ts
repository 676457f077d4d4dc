import type { Diagnostic } from '../model.ts'
import { visibleText } from './visible-text.ts'

/** One line: `content/fr/a.md:12:4 warning untranslated [en] message`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, code, locale, message } = diagnostic
  const where = locale === undefined ? '' : ` [${locale}]`
  return visibleText(`${file}:${line}:${column} ${severity} ${code}${where} ${message}`)
}
