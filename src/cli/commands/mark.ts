import type { Command } from 'commander'
import type { MarkReport } from '../../pipeline/review/mark-segments.ts'
import { VersoError } from '../../verso-error.ts'
import { addCommonOptions, type CommonOptions } from '../common-options.ts'
import { exitCodes } from '../exit-codes.ts'
import { separateArguments } from '../separate-arguments.ts'

interface MarkFlags extends CommonOptions {
  readonly key?: readonly string[]
  readonly fromGit?: string
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
    command.option('--from-git <rev>', 'what changed since a Git revision: a merged pull request, say')
  }
  addCommonOptions(command).action(async (args: readonly string[], flags: MarkFlags) => {
    const [{ openProject }, { markSegments }] = await Promise.all([
      import('../../pipeline/open-project.ts'),
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
      const { key: keys = [], fromGit } = flags
      reports.push(await markSegments(project, { locale, action, args: pages, keys, fromGit, signal }))
    }
    if (flags.json) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`)
    else if (!flags.quiet) process.stdout.write(reports.map(report => formatMark(report, action)).join(''))
    setExitCode(exitCodes.done)
  })
}

function formatMark(
  { locale, changed, untranslated, files }: MarkReport,
  action: 'approve' | 'reopen',
): string {
  const left = untranslated === 0 ? '' : `, ${untranslated} have no translation`
  const verb = action === 'approve' ? 'approved' : 'reopened'
  return `${locale}  ${changed} ${verb}${left}, ${files.length} files written\n`
}
