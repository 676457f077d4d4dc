import type { DiagnosticCode } from '../diagnostic-codes.ts'

/** What a check found, before severities and suppressions are applied. */
export interface Finding {
  readonly code: DiagnosticCode
  /** What was found and what to do next, one sentence each. */
  readonly message: string
  readonly side: 'source' | 'target'
  readonly line: number
  readonly column: number
  readonly key?: string
}
