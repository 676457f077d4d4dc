import type { CheckSeverity } from '../../check/check-severities.ts'
import type { Config } from '../../config/config.ts'
import type { DiagnosticCode } from '../../diagnostic-codes.ts'
import type { Glossary, Locale } from '../../model.ts'

/** What decides the findings of every page; plain data, so that it can be handed to threads. */
export interface CheckSettings {
  readonly config: Config
  readonly glossaries: Readonly<Record<Locale, Glossary>>
  readonly severities: Readonly<Record<DiagnosticCode, CheckSeverity>>
}
