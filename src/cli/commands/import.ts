import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import type { ExchangeFormat } from '../../pipeline/transfer/exchange-format.ts'
import { VersoError } from '../../verso-error.ts'
import { addCommonOptions, type CommonOptions } from '../common-options.ts'
import { exitCodeOf } from '../exit-code-of.ts'
import { formatOption } from '../format-option.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { separateArguments } from '../separate-arguments.ts'

interface ImportFlags extends CommonOptions {
  readonly format: ExchangeFormat
}

/** `verso import <locale> <file>` */
export function addImport(program: Command, signal: AbortSignal, setExitCode: (code: number) => void): void {
  const command = program
    .command('import')
    .description('take in what a translation tool did to an exported file, and write the pages')
    .argument('<locale>', 'the target locale')
    .argument('<file>', 'an XLIFF or TMX file')
    .addOption(formatOption().default(undefined, 'by the file’s ending: .tmx or XLIFF'))
  addCommonOptions(command).action(async (target: string, file: string, flags: Partial<ImportFlags>) => {
    const [{ openProject }, { importAndWrite }] = await Promise.all([
      import('../../pipeline/project/open-project.ts'),
      import('../../pipeline/transfer/import-and-write.ts'),
    ])
    const project = await openProject(flags.root)
    const { locales, pages } = separateArguments([target], project.config)
    const [locale] = locales
    if (locale === undefined || pages.length > 0) {
      throw new VersoError('usage', `"${target}" is no locale. Run: verso import en ${file}`)
    }
    const format = flags.format ?? (extname(file) === '.tmx' ? 'tmx' : 'xliff')
    const source = { path: resolve(file), name: file, format }
    const report = await importAndWrite(project, locale, source, signal)
    if (flags.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else {
      printDiagnostics(report.diagnostics, flags.quiet === true)
      if (!flags.quiet) {
        process.stdout.write(
          `${report.changed} of ${report.units} segments changed, ${report.files.length} files written.\n`,
        )
      }
    }
    setExitCode(exitCodeOf(report.diagnostics))
  })
}
