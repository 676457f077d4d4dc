import type { Diagnostic, Severity } from '../model.ts'
import { formatDiagnostic } from './format-diagnostic.ts'

/** Findings of one code beyond these are counted, not listed: a new locale has one a sentence. */
const listed = 20

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/**
 * Writes findings to stderr, errors first, then by file and line. Past `listed` of a code they are counted.
 *
 * @param quiet only errors are written
 */
export function printDiagnostics(diagnostics: readonly Diagnostic[], quiet: boolean): void {
  const shown = diagnostics
    .filter(({ severity }) => !quiet || severity === 'error')
    .toSorted((a, b) => rank[a.severity] - rank[b.severity] || compareText(a.file, b.file) || a.line - b.line)
  const counts = new Map<string, number>()
  for (const diagnostic of shown) {
    const count = (counts.get(diagnostic.code) ?? 0) + 1
    counts.set(diagnostic.code, count)
    if (count <= listed) process.stderr.write(`${formatDiagnostic(diagnostic)}\n`)
  }
  for (const [code, count] of counts) {
    if (count > listed) process.stderr.write(`… and ${count - listed} more ${code} (--json lists them all)\n`)
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
