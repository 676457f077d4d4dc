import { Command } from 'commander'
import { version } from '../pipeline/project/version.ts'
import { addAlign } from './commands/align.ts'
import { addCheck } from './commands/check.ts'
import { addDiff } from './commands/diff.ts'
import { addExport } from './commands/export.ts'
import { addGlossary } from './commands/glossary.ts'
import { addImport } from './commands/import.ts'
import { addMark } from './commands/mark.ts'
import { addMerge } from './commands/merge.ts'
import { addReview } from './commands/review.ts'
import { addStatus } from './commands/status.ts'
import { addSync } from './commands/sync.ts'
import { addTranslate } from './commands/translate.ts'

/**
 * The command line. Each command loads what it runs when it is called.
 *
 * @param signal aborted when the person presses Ctrl-C
 * @param setExitCode told the exit code of a command that ran to its end
 */
export function createProgram(signal: AbortSignal, setExitCode: (code: number) => void): Command {
  const program = new Command('verso')
    .description('Localises a folder of Markdown guides.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(verso --help lists the commands)')
    .configureHelp({ showGlobalOptions: true })
  addTranslate(program, signal, setExitCode)
  addStatus(program, setExitCode)
  addSync(program, signal, setExitCode)
  addGlossary(program, setExitCode)
  addDiff(program, setExitCode)
  addMark(program, 'approve', signal, setExitCode)
  addMark(program, 'reopen', signal, setExitCode)
  addExport(program, setExitCode)
  addImport(program, signal, setExitCode)
  addCheck(program, setExitCode)
  addReview(program, signal, setExitCode)
  addMerge(program, setExitCode)
  addAlign(program, signal, setExitCode)
  return program
}
