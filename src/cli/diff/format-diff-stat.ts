import type { DiffReport } from '../../pipeline/review/segment-diff.ts'
import { visibleText } from '../visible-text.ts'
import { countDiffs } from './count-diffs.ts'

/** A line a page: how many of its segments differ. */
export function formatDiffStat(report: DiffReport): string {
  const width = Math.max(0, ...report.pages.map(({ page }) => page.length))
  const lines = report.pages.map(
    ({ page, diffs, segments }) =>
      `${visibleText(page).padEnd(width)}  ${diffs.length} of ${segments} segments`,
  )
  return `${[...lines, countDiffs(report)].join('\n')}\n`
}
