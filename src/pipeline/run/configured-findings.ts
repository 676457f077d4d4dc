import { createRuleTest } from '../../check/create-rule-test.ts'
import type { Config } from '../../config/config.ts'
import type { PageFile } from '../../config/page-file.ts'
import { pagesByFile } from '../../config/pages-by-file.ts'
import type { Diagnostic, Locale } from '../../model.ts'

/** Findings of a run as the configuration wants them: what `suppress` and `checks` silence is left out. */
export function configuredFindings(
  { checks, suppress, source }: Config,
  pages: readonly PageFile[],
  locales: readonly Locale[],
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const isRuledOut = createRuleTest(suppress)
  const pageOf = suppress.length === 0 ? new Map<string, string>() : pagesByFile(pages, [source, ...locales])
  return diagnostics.flatMap(diagnostic => {
    const severity = checks[diagnostic.code] ?? diagnostic.severity
    if (severity === 'off' || isRuledOut(diagnostic, pageOf.get(diagnostic.file))) return []
    return [{ ...diagnostic, severity }]
  })
}
