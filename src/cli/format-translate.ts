import type { Totals, TranslateReport } from '../pipeline/run/report.ts'
import { stopReason } from './stop-reason.ts'
import { visibleText } from './visible-text.ts'

/** What a run did, for a person: a line a locale, and why it stopped early if it did. */
export function formatTranslate(report: TranslateReport): string {
  const lines = Object.entries(report.locales).map(
    ([locale, totals]) => `${locale}  ${formatTotals(totals, report)}`,
  )
  const written = report.files.length === 1 ? '1 file' : `${report.files.length} files`
  const outcome = report.dryRun ? 'Dry run: nothing was sent and nothing written.' : `${written} written.`
  const stop = report.stopped === undefined ? [] : [stopReason(report.stopped)]
  return `${[...lines, outcome, ...removedLines(report), ...stop].join('\n')}\n`
}

function removedLines({ removed, dryRun }: TranslateReport): readonly string[] {
  if (removed === undefined || removed.length === 0) return []
  return [dryRun ? 'Would be removed:' : 'Removed:', ...removed.map(file => `  ${visibleText(file)}`)]
}

function formatTotals(totals: Totals, { dryRun, engine }: TranslateReport): string {
  const filled = dryRun ? 'would be filled' : 'filled'
  const parts = [
    count(totals.pages, 'page'),
    count(totals.segments, 'segment'),
    `${totals.fromMemory} ${filled} from memory`,
    ...(engine === 'memory' ? [] : [`${totals.fromEngine} ${filled} by ${engine}`]),
    `${totals.untranslated} untranslated`,
    ...(totals.stale > 0 ? [`${totals.stale} stale`] : []),
    ...(engine === 'draft' || engine === 'memory' ? [] : costParts(totals, dryRun)),
  ]
  return parts.join(', ')
}

/** What was billed against what was expected; in a dry run, what would be. */
function costParts(totals: Totals, dryRun: boolean): readonly string[] {
  const { estimatedCharacters, billedCharacters, wantedCharacters, saved, price } = totals
  if (wantedCharacters === 0) return []
  const cost = price === undefined ? [] : [`price ${price.toFixed(2)}`]
  const share = `${Math.round(saved * 100)} % saved by memory and repeats`
  if (dryRun) return [`${estimatedCharacters} characters to send`, share, ...cost]
  if (billedCharacters === 0) return []
  return [`${billedCharacters} characters billed, ${estimatedCharacters} estimated`, share, ...cost]
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
