import type { CostReport, PageStatus, StatusReport } from '../pipeline/status/status-report.ts'
import { visibleText } from './visible-text.ts'

const columns = ['', 'initial', 'translated', 'reviewed', 'final', 'stale', 'words', 'left', 'orphans']

/** A table a locale, a page a line, with its totals; then what has no source page. */
export function formatStatus({ pages, orphans, moved, ...costs }: StatusReport): string {
  const locales = [...new Set(pages.map(({ locale }) => locale))]
  const tables = locales.map(locale =>
    formatTable(
      locale,
      pages.filter(page => page.locale === locale),
    ),
  )
  const lost = formatList('Without a source page', orphans)
  const left = formatList(
    'Moved',
    moved.map(({ file, to }) => `${file} → ${to}`),
  )
  return [...tables, lost, left, formatCosts(costs)].filter(text => text !== '').join('\n')
}

function formatList(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}:\n${lines.map(line => `  ${visibleText(line)}\n`).join('')}`
}

function formatCosts({ billed, usage }: CostReport): string {
  const lines = Object.entries(billed).flatMap(([locale, engines]) =>
    Object.entries(engines).map(
      ([engine, characters]) => `${locale}  ${characters} characters billed by ${engine}\n`,
    ),
  )
  if (usage === undefined) return lines.join('')
  const account =
    'problem' in usage
      ? `DeepL does not tell its usage: ${usage.problem}`
      : `DeepL’s account: ${usage.count} of ${usage.limit} characters used in this period`
  return `${lines.join('')}${account}\n`
}

function formatTable(locale: string, pages: readonly PageStatus[]): string {
  const numbers = pages.map(numbersOf)
  const totals = columns.slice(1).map((_, index) => numbers.reduce((sum, row) => sum + (row[index] ?? 0), 0))
  const rows = [
    [locale, ...columns.slice(1)],
    ...pages.map((page, index) => [
      visibleText(page.exists ? page.page : `${page.page} (missing)`),
      ...(numbers[index] ?? []).map(String),
    ]),
    [pages.length === 1 ? '1 page' : `${pages.length} pages`, ...totals.map(String)],
  ]
  const outdated = pages.reduce((sum, page) => sum + page.glossaryOutdated, 0)
  const widths = columns.map((_, index) => Math.max(...rows.map(row => row[index]?.length ?? 0)))
  const table = rows.map(row => `${formatRow(row, widths)}\n`).join('')
  if (outdated === 0) return table
  return `${table}${outdated} to be translated anew since the glossary changed: run verso translate ${locale}\n`
}

function numbersOf({ states, stale, words, wordsLeft, orphans }: PageStatus): readonly number[] {
  return [states.initial, states.translated, states.reviewed, states.final, stale, words, wordsLeft, orphans]
}

function formatRow(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, index) =>
    index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
  )
  return cells.join('  ').trimEnd()
}
