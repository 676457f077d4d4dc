import { type Command, Option } from 'commander'
import { version } from '../../pipeline/project/version.ts'
import { addCommonOptions, type CommonOptions } from '../common-options.ts'
import { exitCodeOf } from '../exit-code-of.ts'
import { formatCheck } from '../format-check.ts'
import { formatGithub } from '../format-github.ts'
import { formatSarif } from '../format-sarif.ts'
import { separateArguments } from '../separate-arguments.ts'

const formats = ['terminal', 'json', 'github', 'sarif'] as const
const severities = ['error', 'warning', 'info', 'off'] as const

interface CheckFlags extends CommonOptions {
  readonly format: (typeof formats)[number]
  readonly pending?: (typeof severities)[number]
}

/** `verso check [locale…] [page…]` */
export function addCheck(program: Command, setExitCode: (code: number) => void): void {
  const command = program
    .command('check')
    .description('what is missing, stale, broken or wrong on the localised pages')
    .argument('[locale-or-page...]', 'target locales, then page paths, files or globs (default: all)')
    .addOption(new Option('--format <name>', 'how findings are printed').choices(formats).default('terminal'))
    .addOption(
      new Option(
        '--pending <severity>',
        'how severe what the next sync deals with is: missing, stale, untranslated, outdated, edited pages',
      ).choices(severities),
    )
  addCommonOptions(command).action(async (args: readonly string[], flags: CheckFlags) => {
    const [{ openProject }, { checkPages }] = await Promise.all([
      import('../../pipeline/project/open-project.ts'),
      import('../../pipeline/check-run/check-pages.ts'),
    ])
    const project = await openProject(flags.root)
    const { locales, pages } = separateArguments(args, project.config)
    const report = await checkPages(project, locales, pages, { pending: flags.pending })
    switch (flags.json ? 'json' : flags.format) {
      case 'terminal':
        process.stdout.write(formatCheck(report, flags.quiet === true))
        break
      case 'json':
        process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
        break
      case 'github':
        process.stdout.write(formatGithub(report.diagnostics))
        break
      case 'sarif':
        process.stdout.write(`${JSON.stringify(formatSarif(report.diagnostics, version), null, 2)}\n`)
        break
    }
    setExitCode(exitCodeOf(report.diagnostics))
  })
}
