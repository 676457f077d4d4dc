import type { DiffReport, PageDiff, SegmentDiff } from '../../pipeline/review/segment-diff.ts'
import { countDiffs } from './count-diffs.ts'
import { describeState } from './describe-state.ts'
import { escapeHtml } from './escape-html.ts'
import { markHtml } from './mark-html.ts'

const style = `
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere }
article { border: 1px solid #8886; border-radius: 6px; padding: .6rem .9rem; margin: .6rem 0; break-inside: avoid }
header { font-size: .85rem; opacity: .75; margin-bottom: .3rem }
.texts { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem }
p { margin: 0; overflow-wrap: anywhere }
ins { background: #2da44e33; text-decoration: none }
del { background: #cf222e33 }
.finding { font-size: .9rem; margin-top: .4rem }
@media (max-width: 45rem) { .texts { grid-template-columns: 1fr } }
@media print { body { margin: 0; max-width: none } }
`

/** One file that needs nothing else, to be read in a browser or printed. */
export function formatDiffHtml(report: DiffReport, source: string): string {
  const { locale, since, pages } = report
  const title = `${source} → ${locale}${since === undefined ? '' : ` since ${since}`}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>${countDiffs(report)}</p>
${pages.map(page => formatPage(page, source, locale)).join('\n')}
</body>
</html>
`
}

function formatPage({ file, diffs }: PageDiff, source: string, locale: string): string {
  return `<section>
<h2>${escapeHtml(file)}</h2>
${diffs.map(diff => formatSegment(diff, source, locale)).join('\n')}
</section>`
}

function formatSegment(diff: SegmentDiff, source: string, locale: string): string {
  const { source: texts, target, diagnostics, line, key } = diff
  const before = texts.before === undefined ? escapeHtml(texts.now) : markHtml(texts.words)
  return `<article>
<header>line ${line} · ${escapeHtml(describeState(diff))} · <code>${escapeHtml(key)}</code></header>
<div class="texts"><p lang="${escapeHtml(source)}">${before}</p><p lang="${escapeHtml(locale)}">${markHtml(target.words)}</p></div>
${(target.alternatives ?? []).map(text => `<p class="finding">or: ${escapeHtml(text)}</p>`).join('\n')}
${diagnostics.map(({ code, message }) => `<p class="finding">${escapeHtml(code)}: ${escapeHtml(message)}</p>`).join('\n')}
</article>`
}
