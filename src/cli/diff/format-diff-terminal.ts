import { styleText } from 'node:util'
import wrapAnsi from 'wrap-ansi'
import type { DiffReport, PageDiff, SegmentDiff } from '../../pipeline/review/segment-diff.ts'
import { visibleText } from '../visible-text.ts'
import { countDiffs } from './count-diffs.ts'
import { describeState } from './describe-state.ts'
import type { Word } from './word.ts'

interface Terminal {
  readonly hasColour: boolean
  /** Columns. */
  readonly width: number
}

type Style = Parameters<typeof styleText>[0]

/** For a person at a terminal. Without colour, words that went stand in `[-…-]` and words that came in `{+…+}`. */
export function formatDiffTerminal(report: DiffReport, terminal: Terminal): string {
  const pages = report.pages.map(page => formatPage(page, report.locale, terminal))
  return `${[...pages, countDiffs(report)].join('\n\n')}\n`
}

function formatPage({ file, diffs }: PageDiff, locale: string, terminal: Terminal): string {
  return diffs.map(diff => formatSegment(file, diff, locale, terminal)).join('\n\n')
}

function formatSegment(file: string, diff: SegmentDiff, locale: string, terminal: Terminal): string {
  const { source, target, diagnostics } = diff
  const place = `${visibleText(file)}:${diff.line}:${diff.column}`
  const lines = [
    `${styled(terminal, 'bold', place)}  ${styled(terminal, 'dim', `${describeState(diff)}  ${diff.key}`)}`,
    ...labelled(
      terminal,
      'source',
      source.before === undefined ? visibleText(source.now) : marked(terminal, source.words),
    ),
    ...(target.current === undefined && target.proposed === undefined
      ? []
      : labelled(terminal, locale, marked(terminal, target.words))),
    ...(target.alternatives ?? []).flatMap(text => labelled(terminal, 'or', visibleText(text))),
    ...diagnostics.flatMap(({ code, message }) => labelled(terminal, code, visibleText(message))),
  ]
  return lines.join('\n')
}

/** The lines of a text beside its label. */
function labelled(terminal: Terminal, label: string, text: string): readonly string[] {
  const margin = 10
  const width = Math.max(20, terminal.width - margin)
  return wrapAnsi(text, width, { hard: true, trim: true })
    .split('\n')
    .map(
      (line, index) => `  ${styled(terminal, 'dim', (index === 0 ? label : '').padEnd(margin - 2))}${line}`,
    )
}

function marked(terminal: Terminal, words: readonly Word[]): string {
  return words.map(word => markWord(terminal, word)).join('')
}

function markWord(terminal: Terminal, { type, text }: Word): string {
  const shown = visibleText(text)
  switch (type) {
    case 'same':
      return shown
    case 'removed':
      return terminal.hasColour ? styled(terminal, ['red', 'strikethrough'], shown) : `[-${shown}-]`
    case 'added':
      return terminal.hasColour ? styled(terminal, 'green', shown) : `{+${shown}+}`
  }
}

function styled({ hasColour }: Terminal, style: Style, text: string): string {
  return hasColour ? styleText(style, text) : text
}
