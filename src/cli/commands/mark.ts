import type { Command } from 'commander'
import type { MarkReport } from '../../pipeline/review/mark-segments.ts'
import { VersoError } from '../../verso-error.ts'
import { addCommonOptions, type CommonOptions } from '../common-options.ts'
import { exitCodeOf } from '../exit-code-of.ts'
import { exitCodes } from '../exit-codes.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { separateArguments } from '../separate-arguments.ts'

interface MarkFlags extends CommonOptions {
  readonly key?: readonly string[]
  /** `true`: without a range. */
  readonly fromGit?: string | true
}

const descriptions = {
  approve: 'mark segments as reviewed; what is proposed for them is taken',
  reopen: 'take an approval back: segments are translated, not reviewed',
} as const

/** `verso approve [locale] [page…]` and `verso reopen [locale] [page…]` */
export function addMark(
  program: Command,
  action: 'approve' | 'reopen',
  signal: AbortSignal,
  setExitCode: (code: number) => void,
): void {
  const command = program
    .command(action)
    .description(descriptions[action])
    .argument('[locale-or-page...]', 'target locales, then page paths, files or globs (default: all)')
    .option('--key <k...>', 'these segments alone')
  if (action === 'approve') {
    command.option(
      '--from-git [range]',
      'what BASE..HEAD changed, REV being REV..HEAD: a merged pull request, say (default: the last commit)',
    )
  }
  addCommonOptions(command).action(async (args: readonly string[], flags: MarkFlags) => {
    const [{ openProject }, { markSegments }] = await Promise.all([
      import('../../pipeline/project/open-project.ts'),
      import('../../pipeline/review/mark-segments.ts'),
    ])
    const project = await openProject(flags.root)
    const { locales, pages } = separateArguments(args, project.config)
    if (pages.length === 0 && flags.key === undefined && flags.fromGit === undefined) {
      throw new VersoError(
        'usage',
        `Say what to ${action}: pages, --key${action === 'approve' ? ', --from-git' : ''}, or "**" for all pages.`,
      )
    }
    const reports = []
    for (const locale of locales) {
      const { key: keys = [] } = flags
      const fromGit = flags.fromGit === true ? '' : flags.fromGit
      reports.push(await markSegments(project, { locale, action, args: pages, keys, fromGit, signal }))
    }
    const diagnostics = reports.flatMap(report => report.diagnostics)
    if (flags.json) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`)
    else {
      printDiagnostics(diagnostics, flags.quiet === true)
      if (!flags.quiet) process.stdout.write(reports.map(report => formatMark(report, action)).join(''))
    }
    const hasRefused = reports.some(({ refused }) => refused > 0)
    setExitCode(hasRefused ? exitCodes.diagnostics : exitCodeOf(diagnostics))
  })
}

function formatMark(
  { locale, changed, untranslated, refused, files }: MarkReport,
  action: 'approve' | 'reopen',
): string {
  const left = untranslated === 0 ? '' : `, ${untranslated} have no translation`
  const unread = refused === 0 ? '' : `, ${refused} page${refused === 1 ? '' : 's'} left alone`
  const verb = action === 'approve' ? 'approved' : 'reopened'
  return `${locale}  ${changed} ${verb}${left}${unread}, ${files.length} files written\n`
}
