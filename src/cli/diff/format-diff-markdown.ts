import type { DiffReport, PageDiff, SegmentDiff } from '../../pipeline/review/segment-diff.ts'
import { countDiffs } from './count-diffs.ts'
import { describeState } from './describe-state.ts'
import { escapeHtml } from './escape-html.ts'
import { markHtml } from './mark-html.ts'

/** For what is left out and what others put around it. */
const reserve = 1_000

/**
 * For a comment on a pull request: pages folded, a table of HTML a segment, so that no text of a page is read as Markdown.
 * Segments that don't fit are left out and counted.
 *
 * @param limit characters
 */
export function formatDiffMarkdown(report: DiffReport, limit: number): string {
  const total = report.pages.reduce((sum, { diffs }) => sum + diffs.length, 0)
  const parts = [`**${report.locale}**: ${countDiffs(report)}\n`]
  let room = limit - reserve - (parts[0]?.length ?? 0)
  let shown = 0
  for (const page of report.pages) {
    const opening = `\n${summaryOf(page)}\n`
    const segments: string[] = []
    let left = room - opening.length - closing.length
    for (const diff of page.diffs) {
      const segment = `${formatSegment(diff, report.locale)}\n`
      if (segment.length > left) continue
      segments.push(segment)
      left -= segment.length
    }
    if (segments.length === 0) continue
    parts.push(opening, ...segments, closing)
    room = left
    shown += segments.length
  }
  const text = parts.join('')
  if (shown === total) return text
  return `${text}\n… and ${total - shown} more: \`verso diff ${report.locale}\` lists them all.\n`
}

const closing = '</details>\n'

function summaryOf({ file, diffs, segments }: PageDiff): string {
  return `<details><summary><code>${escapeHtml(file)}</code>: ${diffs.length} of ${segments} segments</summary>\n`
}

/** One block of HTML without a blank line: what is in it is no Markdown. */
function formatSegment(diff: SegmentDiff, locale: string): string {
  const { source, target, diagnostics, line, key } = diff
  const row = (label: string, content: string) =>
    `<tr><td>${escapeHtml(label)}</td><td>${withoutMentions(content)}</td></tr>`
  const rows = [
    `<tr><th>${line}</th><th>${escapeHtml(describeState(diff))} <code>${escapeHtml(key)}</code></th></tr>`,
    row('source', source.before === undefined ? escapeHtml(source.now) : markHtml(source.words)),
    ...(target.current === undefined && target.proposed === undefined
      ? []
      : [row(locale, markHtml(target.words))]),
    ...(target.alternatives ?? []).map(text => row('or', escapeHtml(text))),
    ...diagnostics.map(({ code, message }) => row(code, escapeHtml(message))),
  ]
  return `<table>${rows.join('')}</table>\n`
}

/** A page's “@name” must call nobody: a word joiner keeps it from being a mention. */
function withoutMentions(html: string): string {
  return html.replaceAll('@', '@\u2060')
}
