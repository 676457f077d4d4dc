import { type Command, Option } from 'commander'
import type { openShare } from '../../pipeline/shard/open-share.ts'
import type { Shard } from '../../pipeline/shard/shard.ts'
import type { Share } from '../../pipeline/shard/share.ts'
import { addCommonOptions, type CommonOptions } from '../common-options.ts'
import { createProgress } from '../create-progress.ts'
import { type EngineChoice, engineChoices } from '../engine-choices.ts'
import { exitCodeOf } from '../exit-code-of.ts'
import { exitCodes } from '../exit-codes.ts'
import { formatTranslate } from '../format-translate.ts'
import { parseCount } from '../parse-count.ts'
import { parseShard } from '../parse-shard.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { printStopped } from '../print-stopped.ts'
import { separateArguments } from '../separate-arguments.ts'

interface TranslateFlags extends CommonOptions {
  readonly engine?: EngineChoice
  readonly dryRun?: boolean
  readonly maxChars?: number
  readonly shard?: Shard
  readonly prune?: boolean
}

/** `verso translate [locale…] [page…]` */
export function addTranslate(
  program: Command,
  signal: AbortSignal,
  setExitCode: (code: number) => void,
): void {
  const command = program
    .command('translate')
    .description('extract, fill and reassemble: French pages in, localised pages out')
    .argument('[locale-or-page...]', 'target locales, then page paths, files or globs (default: all)')
    .addOption(
      new Option('--engine <name>', 'where translations come from (default: the configuration’s)').choices(
        engineChoices,
      ),
    )
    .option('--dry-run', 'say what would be done and sent, and do nothing')
    .option('--max-chars <n>', 'stop before more characters than this are billed', parseCount)
    .option('--shard <i/n>', 'do one part of the pages; n machines do them all', parseShard)
    .option('--prune', 'remove what sources that are gone left behind, where nobody edited it')
  addCommonOptions(command).action(async (args: readonly string[], flags: TranslateFlags) => {
    const [{ openProject }, { translatePages }] = await Promise.all([
      import('../../pipeline/project/open-project.ts'),
      import('../../pipeline/run/translate-pages.ts'),
    ])
    const project = await openProject(flags.root)
    const { locales, pages } = separateArguments(args, project.config)
    const share = flags.shard === undefined ? undefined : await shareOf(project, locales, pages, flags.shard)
    const progress = createProgress(flags.quiet === true)
    const report = await translatePages(project, {
      locales,
      pages,
      ...(flags.engine === undefined ? {} : { engine: flags.engine }),
      ...(share === undefined ? {} : { share }),
      prune: flags.prune === true,
      dryRun: flags.dryRun === true,
      maxCharacters: flags.maxChars ?? Number.POSITIVE_INFINITY,
      signal,
      progress,
    }).finally(progress.end)
    if (flags.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else {
      printDiagnostics(report.diagnostics, flags.quiet === true)
      if (!flags.quiet) process.stdout.write(formatTranslate(report))
    }
    if (flags.json || flags.quiet) printStopped(report.stopped)
    switch (report.stopped?.reason) {
      case undefined:
        return setExitCode(exitCodeOf(report.diagnostics))
      case 'interrupted':
        return setExitCode(exitCodes.interrupted)
      case 'cap':
      case 'engine':
        return setExitCode(exitCodes.engine)
    }
  })
}

async function shareOf(...args: Parameters<typeof openShare>): Promise<Share> {
  return (await import('../../pipeline/shard/open-share.ts')).openShare(...args)
}
