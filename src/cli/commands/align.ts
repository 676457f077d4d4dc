import { resolve } from 'node:path'
import type { Command } from 'commander'
import { VersoError } from '../../verso-error.ts'
import { addCommonOptions, type CommonOptions } from '../common-options.ts'
import { exitCodeOf } from '../exit-code-of.ts'
import { formatAlign } from '../format-align.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { separateArguments } from '../separate-arguments.ts'

interface AlignFlags extends CommonOptions {
  readonly reviewed?: boolean
  readonly sourceDir?: string
  readonly targetDir?: string
}

/** `verso align [locale…] [page…]` */
export function addAlign(program: Command, signal: AbortSignal, setExitCode: (code: number) => void): void {
  const command = program
    .command('align')
    .description('learn memory from bilingual pages that already exist; no page is changed')
    .argument('[locale-or-page...]', 'target locales, then page paths, files or globs (default: all)')
    .option('--reviewed', 'a person wrote the target pages: pairs enter as reviewed')
    .option('--source-dir <dir>', 'learn from this folder of source texts instead of the project’s pages')
    .option('--target-dir <dir>', 'the folder of their translations, under the same paths')
  addCommonOptions(command).action(async (args: readonly string[], flags: AlignFlags) => {
    const [{ openProject }, { alignProject }] = await Promise.all([
      import('../../pipeline/project/open-project.ts'),
      import('../../pipeline/align/align-project.ts'),
    ])
    const project = await openProject(flags.root)
    const { locales, pages } = separateArguments(args, project.config)
    const folders = foldersOf(flags)
    if (folders !== undefined && (locales.length > 1 || pages.length > 0)) {
      throw new VersoError(
        'usage',
        'With --source-dir, name one target locale and no pages: verso align en …',
      )
    }
    const report = await alignProject(project, {
      locales,
      pages,
      ...(folders === undefined ? {} : { folders }),
      reviewed: flags.reviewed === true,
      signal,
    })
    if (flags.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else {
      printDiagnostics(report.diagnostics, flags.quiet === true)
      if (!flags.quiet) process.stdout.write(formatAlign(report))
    }
    setExitCode(exitCodeOf(report.diagnostics))
  })
}

function foldersOf({ sourceDir, targetDir }: AlignFlags): { source: string; target: string } | undefined {
  if (sourceDir === undefined && targetDir === undefined) return undefined
  if (sourceDir === undefined || targetDir === undefined) {
    throw new VersoError('usage', '--source-dir and --target-dir go together: give both folders.')
  }
  return { source: resolve(sourceDir), target: resolve(targetDir) }
}
