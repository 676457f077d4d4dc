import type { AlignReport } from '../pipeline/align/align-report.ts'

/** What an alignment came to, for a person. */
export function formatAlign(report: AlignReport): string {
  const { pages, filled, missing, pairs, entered, doubtful, unpaired, files } = report
  const lines = [
    `${count(pages, 'page')} in both languages, ${filled} filled outright, ${missing} without a target page`,
    `${count(pairs, 'sure pair')}, ${count(entered, 'segment')} filled; ${doubtful.length} doubtful; ` +
      `${unpaired.source} source and ${unpaired.target} target segments without a partner`,
    `${count(files.length, 'file')} written. No page was changed.`,
  ]
  return `${lines.join('\n')}\n`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
