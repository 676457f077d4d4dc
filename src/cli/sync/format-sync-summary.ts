import type { Diagnostic, Severity } from '../../model.ts'
import type { SyncReport } from '../../pipeline/sync/sync-pages.ts'
import { escapeHtml } from '../diff/escape-html.ts'
import { formatDiffMarkdown } from '../diff/format-diff-markdown.ts'

/** Findings that are listed; the others are counted. */
const listed = 30

/** Characters of a whole summary, those of all shards together: a comment on GitHub may have 65,536, its marker included. */
const limit = 65_000

/** Characters that the segment diff of one locale is given at least. */
const leastForDiff = 4_000

/** What a reviewer of the pull request wants to read first: outcome, cost, findings, then the segments. */
export function formatSyncSummary(report: SyncReport): string {
  const head = [
    `### ${titleOf(report)}`,
    tableOf(report),
    ...costOf(report),
    ...removedOf(report),
    ...stopOf(report),
    ...findingsOf(report.check.diagnostics),
  ].join('\n\n')
  const room = Math.floor(limit / (report.shard?.count ?? 1)) - head.length
  const share = Math.floor(room / Math.max(1, report.diffs.length))
  const diffs = report.diffs
    .filter(({ pages }) => pages.length > 0)
    .map(diff => formatDiffMarkdown(diff, Math.max(leastForDiff, share)))
  return `${[head, ...diffs].join('\n\n')}\n`
}

function titleOf({ frozen, shard, translate, check }: SyncReport): string {
  const errors = check.diagnostics.filter(({ severity }) => severity === 'error').length
  const outcome = errors === 0 ? 'no errors' : `${errors} ${errors === 1 ? 'error' : 'errors'}`
  const files = `${translate.files.length} ${translate.files.length === 1 ? 'file' : 'files'}`
  const part = shard === undefined ? '' : `, part ${shard.index} of ${shard.count}`
  if (!frozen) return `Localisation${part}: ${files} written, ${outcome}`
  return translate.files.length === 0
    ? `Localisation${part}: up to date, ${outcome}`
    : `Localisation${part}: ${files} out of date, ${outcome}`
}

function tableOf({ translate }: SyncReport): string {
  const rows = Object.entries(translate.locales).map(
    ([locale, { pages, segments, fromMemory, fromEngine, untranslated, stale }]) =>
      `| ${locale} | ${pages} | ${segments} | ${fromMemory} | ${fromEngine} | ${untranslated} | ${stale} |`,
  )
  return [
    `| locale | pages | segments | from memory | by engine | untranslated | stale |`,
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n')
}

function costOf({ translate, maxCharacters }: SyncReport): readonly string[] {
  const { billedCharacters, estimatedCharacters, saved, price } = translate
  if (estimatedCharacters === 0 && billedCharacters === 0) return []
  const share = `${Math.round(saved * 100)} % saved by memory and repeats.`
  if (translate.engine === 'draft') return [`Nothing was billed; ${share}`]
  const cap = maxCharacters === undefined ? 'no cap' : `cap ${maxCharacters}`
  const cost = price === undefined ? '' : `, price ${price.toFixed(2)}`
  return [
    `${billedCharacters} characters billed of ${estimatedCharacters} estimated (${cap})${cost}; ${share}`,
  ]
}

function removedOf({ frozen, translate: { removed = [] } }: SyncReport): readonly string[] {
  if (removed.length === 0) return []
  const names = removed.slice(0, listed).map(file => `- <code>${escapeHtml(file)}</code>`)
  const more = removed.length > listed ? `\n- … and ${removed.length - listed} more` : ''
  return [`**${frozen ? 'To be removed' : 'Removed'}: ${removed.length}**\n\n${names.join('\n')}${more}`]
}

function stopOf({ translate: { stopped } }: SyncReport): readonly string[] {
  switch (stopped?.reason) {
    case undefined:
      return []
    case 'interrupted':
      return ['**Interrupted.** What was done is kept.']
    case 'cap':
      return ['**The character cap was reached.** What was done is kept; raise `--max-chars` to go on.']
    case 'engine':
      return [`**The engine gave up:** ${escapeHtml(stopped.message)} What was done is kept.`]
  }
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

function findingsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  const found = diagnostics
    .filter(({ severity }) => severity !== 'info')
    .toSorted((a, b) => rank[a.severity] - rank[b.severity])
  if (found.length === 0) return []
  const rows = found.slice(0, listed).map(({ severity, code, locale = '', file, line, message }) => {
    const cells = [severity, code, locale, `<code>${escapeHtml(file)}:${line}</code>`, escapeHtml(message)]
    return `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  })
  const more =
    found.length > listed ? `\n\n… and ${found.length - listed} more: \`verso check\` lists them all.` : ''
  return [`**Findings: ${found.length}**\n\n<table>${rows.join('')}</table>${more}`]
}
