import type { Diagnostic, Severity } from '../model.ts'

/** Annotations of one kind that GitHub shows for a step. */
const shown = 10

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * Workflow commands that GitHub Actions turns into annotations, one a line: the worst findings first, as many as it
 * shows; then how many there are. Values are escaped as the runner's toolkit does, so that page text is never a command.
 * Source: docs.github.com, “Workflow commands for GitHub Actions”.
 */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  const lines = (['error', 'warning', 'info'] as const).flatMap(severity => {
    const all = diagnostics.filter(diagnostic => diagnostic.severity === severity)
    // The last one says how many are left out.
    const listed = all.length > shown ? all.slice(0, shown - 1) : all
    const rest = all.length - listed.length
    const more = `::${commands[severity]}::${rest} more of this kind. Run verso check to see them all.`
    return [...listed.map(annotation), ...(rest > 0 ? [more] : [])]
  })
  return lines.map(line => `${line}\n`).join('')
}

function annotation({ severity, file, line, column, code, locale, message }: Diagnostic): string {
  const properties = { file, line, col: column, title: `verso ${code}` }
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${commands[severity]} ${list.join(',')}::${escapeData(locale === undefined ? message : `[${locale}] ${message}`)}`
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
