import { type DiagnosticCode, diagnosticCodes } from '../../diagnostic-codes.ts'
import type { Diagnostic } from '../../model.ts'

/** A finding about a whole file, or about one place of it. */
export function pageDiagnostic(
  code: DiagnosticCode,
  file: string,
  message: string,
  place?: Partial<Pick<Diagnostic, 'line' | 'column' | 'locale' | 'key'>>,
): Diagnostic {
  return { code, severity: diagnosticCodes[code], message, file, line: 1, column: 1, ...place }
}
