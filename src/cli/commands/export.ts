import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { ExchangeFormat } from '../../pipeline/transfer/exchange-format.ts'
import { VersoError } from '../../verso-error.ts'
import { addCommonOptions, type CommonOptions } from '../common-options.ts'
import { exitCodeOf } from '../exit-code-of.ts'
import { formatOption } from '../format-option.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { separateArguments } from '../separate-arguments.ts'

interface ExportFlags extends CommonOptions {
  readonly format: ExchangeFormat
  readonly output?: string
}

/** `verso export <locale> [page…]` */
export function addExport(program: Command, setExitCode: (code: number) => void): void {
  const command = program
    .command('export')
    .description('the segments of a locale as XLIFF 2.0 or TMX 1.4, on stdout or in a file')
    .argument('[locale-or-page...]', 'one target locale, then page paths, files or globs (default: all)')
    .addOption(formatOption())
    .option('--output <file>', 'write to this file instead of stdout')
  addCommonOptions(command).action(async (args: readonly string[], flags: ExportFlags) => {
    const [{ openProject }, { exportPages }] = await Promise.all([
      import('../../pipeline/project/open-project.ts'),
      import('../../pipeline/transfer/export-pages.ts'),
    ])
    const project = await openProject(flags.root)
    const { locales, pages } = separateArguments(args, project.config)
    const [locale] = locales
    if (locale === undefined || locales.length > 1) {
      throw new VersoError('usage', `A file holds one locale. Give one of: ${locales.join(', ')}.`)
    }
    const { text, units, diagnostics } = await exportPages(project, locale, pages, flags.format)
    if (flags.output === undefined && !flags.json) process.stdout.write(text)
    if (flags.output !== undefined) await write(flags.output, text)
    if (flags.json) process.stdout.write(`${JSON.stringify({ locale, units, text, diagnostics }, null, 2)}\n`)
    else {
      printDiagnostics(diagnostics, flags.quiet === true)
      if (!flags.quiet && flags.output !== undefined) {
        process.stdout.write(`${units} segments written to ${flags.output}.\n`)
      }
    }
    setExitCode(exitCodeOf(diagnostics))
  })
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((cause: Error) => {
    throw new VersoError('io', `${file} can't be written: ${cause.message}.`, { cause })
  })
}
