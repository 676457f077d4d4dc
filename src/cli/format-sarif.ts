import type { Diagnostic, Severity } from '../model.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** A SARIF 2.1.0 log (OASIS, sections 3.13 and following). Paths are relative to the project's root. */
export function formatSarif(diagnostics: readonly Diagnostic[], version: string): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'verso',
            semanticVersion: version,
            rules: codes.map(code => ({
              id: code,
              name: code,
              shortDescription: { text: code.replaceAll('-', ' ') },
              help: { text: `See docs/diagnostics/${code}.md.` },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(diagnostic => resultOf(diagnostic, codes)),
      },
    ],
  }
}

function resultOf(
  { code, severity, message, file, line, column, locale, key }: Diagnostic,
  codes: readonly string[],
): object {
  const properties = { ...(locale === undefined ? {} : { locale }), ...(key === undefined ? {} : { key }) }
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  }
}
