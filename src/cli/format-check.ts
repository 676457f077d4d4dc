import type { Diagnostic, Severity } from '../model.ts'
import type { CheckReport } from '../pipeline/check-run/check-report.ts'
import { formatDiagnostic } from './format-diagnostic.ts'
import { visibleText } from './visible-text.ts'

/** Findings of one severity below errors that are listed for a file; the rest are counted. */
const listed = 50

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/**
 * Findings by file, the worst first, with the place of each; then how many there are.
 *
 * @param quiet only errors are listed
 */
export function formatCheck(
  { pages, errors, warnings, infos, suppressed, diagnostics }: CheckReport,
  quiet: boolean,
): string {
  const byFile = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    if (quiet && diagnostic.severity !== 'error') continue
    const list = byFile.get(diagnostic.file) ?? []
    list.push(diagnostic)
    byFile.set(diagnostic.file, list)
  }
  const files = [...byFile].map(([file, list]) => formatFile(file, list))
  const counts = [
    plural(pages, 'page'),
    plural(errors, 'error'),
    plural(warnings, 'warning'),
    plural(infos, 'remark'),
    ...(suppressed === 0 ? [] : [`${suppressed} suppressed`]),
  ]
  if (quiet) return files.join('')
  const help = diagnostics.length === 0 ? '' : 'Each code has a page in docs/diagnostics/.\n'
  return `${files.map(text => `${text}\n`).join('')}${counts.join(', ')}\n${help}`
}

function formatFile(file: string, list: readonly Diagnostic[]): string {
  const sorted = list.toSorted((a, b) => rank[a.severity] - rank[b.severity])
  const shown = sorted.filter(({ severity }, index) => severity === 'error' || index < listed)
  const rest = sorted.length - shown.length
  const lines = shown.map(diagnostic => `${formatDiagnostic(diagnostic)}\n`)
  return (
    lines.join('') +
    (rest > 0 ? `${visibleText(file)}: … and ${rest} more (--format json lists them all)\n` : '')
  )
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
