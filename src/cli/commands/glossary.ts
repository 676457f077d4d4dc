import type { Command } from 'commander'
import type { Config } from '../../config/config.ts'
import type { Locale } from '../../model.ts'
import type { ImpactReport } from '../../pipeline/glossary/find-impact.ts'
import type { PushedGlossary } from '../../pipeline/glossary/push-glossary.ts'
import { VersoError } from '../../verso-error.ts'
import { addCommonOptions, type CommonOptions } from '../common-options.ts'
import { exitCodeOf } from '../exit-code-of.ts'
import { printDiagnostics } from '../print-diagnostics.ts'
import { separateArguments } from '../separate-arguments.ts'

interface ImpactFlags extends CommonOptions {
  readonly since?: string
  readonly dryRun?: boolean
}

/** `verso glossary push|impact [locale…]` */
export function addGlossary(program: Command, setExitCode: (code: number) => void): void {
  const glossary = program
    .command('glossary')
    .description('DeepL’s glossary, and what a change of it touches')
  addPush(glossary, setExitCode)
  addImpact(glossary, setExitCode)
}

function addPush(glossary: Command, setExitCode: (code: number) => void): void {
  const command = glossary
    .command('push')
    .description('make DeepL’s glossary match glossary.yaml')
    .argument('[locale...]', 'target locales (default: all)')
  addCommonOptions(command).action(async (args: readonly string[], flags: CommonOptions) => {
    const [{ openProject }, { pushGlossary }] = await Promise.all([
      import('../../pipeline/project/open-project.ts'),
      import('../../pipeline/glossary/push-glossary.ts'),
    ])
    const project = await openProject(flags.root)
    const report = await pushGlossary(project, localesOf(args, project.config))
    if (flags.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else {
      printDiagnostics(report.diagnostics, flags.quiet === true)
      if (!flags.quiet) process.stdout.write(report.glossaries.map(formatPushed).join(''))
    }
    setExitCode(exitCodeOf(report.diagnostics))
  })
}

function addImpact(glossary: Command, setExitCode: (code: number) => void): void {
  const command = glossary
    .command('impact')
    .description(
      'list the segments that a change of glossary.yaml touches, and mark them to be translated anew',
    )
    .argument('[locale...]', 'target locales (default: all)')
    .option('--since <rev>', 'compare with the glossary of a Git revision (default: the last one dealt with)')
    .option('--dry-run', 'list them, and mark nothing')
  addCommonOptions(command).action(async (args: readonly string[], flags: ImpactFlags) => {
    const [{ openProject }, { findImpact }] = await Promise.all([
      import('../../pipeline/project/open-project.ts'),
      import('../../pipeline/glossary/find-impact.ts'),
    ])
    const project = await openProject(flags.root)
    const report = await findImpact(project, {
      locales: localesOf(args, project.config),
      ...(flags.since === undefined ? {} : { since: flags.since }),
      dryRun: flags.dryRun === true,
    })
    if (flags.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else {
      printDiagnostics(report.diagnostics, flags.quiet === true)
      if (!flags.quiet) process.stdout.write(formatImpact(report, flags.dryRun === true))
    }
    setExitCode(exitCodeOf(report.diagnostics))
  })
}

function localesOf(args: readonly string[], config: Config): readonly Locale[] {
  const { locales, pages } = separateArguments(args, config)
  const [first] = pages
  if (first === undefined) return locales
  throw new VersoError('usage', `"${first}" is no target locale. A glossary is a whole locale's.`)
}

function formatPushed({ locale, name, action, entries, pruned }: PushedGlossary): string {
  const count = entries === 1 ? '1 term' : `${entries} terms`
  const outcome = action === 'none' || action === 'unsupported' ? nothing[action] : `${action}, ${count}`
  return [`${locale}  “${name}”: ${outcome}`, ...pruned.map(one => `    deleted ${one}`), ''].join('\n')
}

function formatImpact({ segments }: ImpactReport, dryRun: boolean): string {
  const lines = segments.map(({ locale, page, key, source, target, action, reasons }) =>
    [
      `${locale}  ${page}  ${key}  ${wording[action]}`,
      `    ${source}`,
      `    ${target}`,
      ...reasons.map(reason => `    ${reason}`),
    ].join('\n'),
  )
  const count = (action: keyof typeof wording) => segments.filter(segment => segment.action === action).length
  const marked = `${count('retranslate')} to translate anew, ${count('relabel')} relabelled, ${count('report')} for a person to look at`
  const end = dryRun
    ? 'Dry run: nothing was marked.'
    : 'The next `translate` asks for those marked, and for no others.'
  return `${[...lines, `${marked}. ${end}`].join('\n')}\n`
}

const nothing = {
  none: 'no terms, nothing at DeepL',
  unsupported: 'DeepL has no glossaries for these languages',
} as const

const wording = {
  retranslate: 'to translate anew',
  relabel: 'label changed',
  report: 'a person’s text: left alone',
} as const
