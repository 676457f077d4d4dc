import type { Command } from 'commander'
import { addCommonOptions, type CommonOptions } from '../common-options.ts'
import { exitCodeOf } from '../exit-code-of.ts'
import { formatStatus } from '../format-status.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { separateArguments } from '../separate-arguments.ts'

/** `verso status [locale…] [page…]` */
export function addStatus(program: Command, setExitCode: (code: number) => void): void {
  const command = program
    .command('status')
    .description('segments by state, stale ones, words and orphans, per page and locale')
    .argument('[locale-or-page...]', 'target locales, then page paths, files or globs (default: all)')
  addCommonOptions(command).action(async (args: readonly string[], flags: CommonOptions) => {
    const [{ openProject }, { reportStatus }] = await Promise.all([
      import('../../pipeline/project/open-project.ts'),
      import('../../pipeline/status/report-status.ts'),
    ])
    const project = await openProject(flags.root)
    const { locales, pages } = separateArguments(args, project.config)
    const report = await reportStatus(project, locales, pages)
    if (flags.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else {
      printDiagnostics(report.diagnostics, flags.quiet === true)
      if (!flags.quiet) process.stdout.write(formatStatus(report))
    }
    setExitCode(exitCodeOf(report.diagnostics))
  })
}
