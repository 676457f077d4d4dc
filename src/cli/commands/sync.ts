import { appendFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import type { Shard } from '../../pipeline/shard/shard.ts'
import type { SyncReport } from '../../pipeline/sync/sync-pages.ts'
import { VersoError } from '../../verso-error.ts'
import { addCommonOptions, type CommonOptions } from '../common-options.ts'
import { createProgress } from '../create-progress.ts'
import { type EngineChoice, engineChoices } from '../engine-choices.ts'
import { exitCodeOf } from '../exit-code-of.ts'
import { exitCodes } from '../exit-codes.ts'
import { parseCount } from '../parse-count.ts'
import { parseShard } from '../parse-shard.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { printStopped } from '../print-stopped.ts'
import { separateArguments } from '../separate-arguments.ts'

interface SyncFlags extends CommonOptions {
  readonly engine?: EngineChoice
  readonly maxChars?: number
  readonly shard?: Shard
  readonly prune?: boolean
  readonly since?: string
  readonly frozen?: boolean
  readonly summary?: string
}

/** `verso sync [locale…] [page…]` */
export function addSync(program: Command, signal: AbortSignal, setExitCode: (code: number) => void): void {
  const command = program
    .command('sync')
    .description('for CI: translate, check, and a summary in Markdown for the pull request')
    .argument('[locale-or-page...]', 'target locales, then page paths, files or globs (default: all)')
    .addOption(new Option('--engine <name>', 'where translations come from').choices(engineChoices))
    .option('--max-chars <n>', 'stop before more characters than this are billed', parseCount)
    .option('--shard <i/n>', 'do one part of the pages; n machines do them all', parseShard)
    .option('--prune', 'remove what sources that are gone left behind, where nobody edited it')
    .option('--since <rev>', 'the revision that the segment diff is taken from (default: HEAD)')
    .option('--frozen', 'write and send nothing; fail when anything would be written')
    .option('--summary <file>', 'append the summary to this file instead of printing it')
  addCommonOptions(command).action(async (args: readonly string[], flags: SyncFlags) => {
    const [{ openProject }, { syncPages }, { formatSyncSummary }] = await Promise.all([
      import('../../pipeline/project/open-project.ts'),
      import('../../pipeline/sync/sync-pages.ts'),
      import('../sync/format-sync-summary.ts'),
    ])
    const project = await openProject(flags.root)
    const { locales, pages } = separateArguments(args, project.config)
    const progress = createProgress(flags.quiet === true)
    const report = await syncPages(project, {
      locales,
      pages,
      ...(flags.engine === undefined ? {} : { engine: flags.engine }),
      ...(flags.shard === undefined ? {} : { shard: flags.shard }),
      prune: flags.prune === true,
      maxCharacters: flags.maxChars ?? Number.POSITIVE_INFINITY,
      frozen: flags.frozen === true,
      since: flags.since,
      signal,
      progress,
    }).finally(progress.end)
    if (flags.summary !== undefined) append(flags.summary, formatSyncSummary(report))
    if (flags.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else if (flags.summary === undefined && !flags.quiet) process.stdout.write(formatSyncSummary(report))
    // Where the summary goes elsewhere, the log says at least what fails the job.
    else printDiagnostics(report.check.diagnostics, true)
    if (flags.json || flags.quiet || flags.summary !== undefined) printStopped(report.translate.stopped)
    setExitCode(exitCodeOfSync(report))
  })
}

function append(file: string, text: string): void {
  try {
    appendFileSync(file, text)
  } catch (cause) {
    throw new VersoError('io', `${file} can't be written: ${(cause as Error).message}.`, { cause })
  }
}

function exitCodeOfSync({ frozen, translate, check }: SyncReport): number {
  switch (translate.stopped?.reason) {
    case 'interrupted':
      return exitCodes.interrupted
    case 'cap':
    case 'engine':
      return exitCodes.engine
    case undefined:
      return frozen && translate.files.length + (translate.removed?.length ?? 0) > 0
        ? exitCodes.diagnostics
        : exitCodeOf(check.diagnostics)
  }
}
