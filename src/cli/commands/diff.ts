import { type Command, Option } from 'commander'
import type { DiffReport } from '../../pipeline/review/segment-diff.ts'
import { addCommonOptions, type CommonOptions } from '../common-options.ts'
import { exitCodeOf } from '../exit-code-of.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { separateArguments } from '../separate-arguments.ts'

/** Columns of a text that goes to no terminal. */
const defaultWidth = 100

/** Characters that a comment on GitHub may have. */
const githubLimit = 65_536

const formats = ['terminal', 'markdown', 'html', 'json'] as const

interface DiffFlags extends CommonOptions {
  readonly format: (typeof formats)[number]
  readonly since?: string
  readonly stat?: boolean
}

/** `verso diff [locale…] [page…]` */
export function addDiff(program: Command, setExitCode: (code: number) => void): void {
  const command = program
    .command('diff')
    .description('segments to review: what changed in the source, what the target says, what is proposed')
    .argument('[locale-or-page...]', 'target locales, then page paths, files or globs (default: all)')
    .addOption(new Option('--format <name>', 'how they are shown').choices(formats).default('terminal'))
    .option('--since <rev>', 'what changed since a Git revision, in place of what is open')
    .option('--stat', 'count the segments of each page')
  addCommonOptions(command).action(async (args: readonly string[], flags: DiffFlags) => {
    const [{ openProject }, { diffPages }] = await Promise.all([
      import('../../pipeline/project/open-project.ts'),
      import('../../pipeline/review/diff-pages.ts'),
    ])
    const project = await openProject(flags.root)
    const { locales, pages } = separateArguments(args, project.config)
    const reports: DiffReport[] = []
    for (const locale of locales) {
      reports.push(await diffPages(project, { locale, args: pages, since: flags.since }))
    }
    const diagnostics = reports.flatMap(report => report.diagnostics)
    if (!flags.json) printDiagnostics(diagnostics, flags.quiet === true)
    await print(reports, flags, project.config.source)
    setExitCode(exitCodeOf(diagnostics))
  })
}

async function print(reports: readonly DiffReport[], flags: DiffFlags, source: string): Promise<void> {
  // Untranslated segments show their source alone: of several locales, each is named.
  const headed = ({ locale }: DiffReport, text: string) =>
    reports.length > 1 ? `${locale}\n\n${text}` : text
  const write = (texts: readonly string[]) => process.stdout.write(texts.join('\n'))
  if (flags.json || flags.format === 'json') {
    write([`${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`])
    return
  }
  if (flags.stat) {
    const { formatDiffStat } = await import('../diff/format-diff-stat.ts')
    write(reports.map(report => headed(report, formatDiffStat(report))))
    return
  }
  switch (flags.format) {
    case 'terminal': {
      const { formatDiffTerminal } = await import('../diff/format-diff-terminal.ts')
      const { printPaged } = await import('../diff/print-paged.ts')
      const { isTTY, columns } = process.stdout
      // A terminal that doesn't know its width says 0.
      const width = columns || Number(process.env.COLUMNS) || defaultWidth
      const terminal = { hasColour: isTTY && !process.env.NO_COLOR, width }
      printPaged(reports.map(report => headed(report, formatDiffTerminal(report, terminal))).join('\n'))
      return
    }
    case 'markdown': {
      const { formatDiffMarkdown } = await import('../diff/format-diff-markdown.ts')
      write(reports.map(report => formatDiffMarkdown(report, Math.floor(githubLimit / reports.length))))
      return
    }
    case 'html': {
      const { formatDiffHtml } = await import('../diff/format-diff-html.ts')
      write(reports.map(report => formatDiffHtml(report, source)))
    }
  }
}
