import type { Command } from 'commander'
import { exitCodes } from '../exit-codes.ts'

/** `verso merge <base> <ours> <theirs> <path>`: Git's merge driver for catalogue files. */
export function addMerge(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('merge')
    .description('merge three versions of a catalogue file; Git runs it (merge.verso.driver)')
    .argument('<base>', 'the common ancestor (%O)')
    .argument('<ours>', 'our version; receives the result (%A)')
    .argument('<theirs>', 'their version (%B)')
    .argument('<path>', 'the path of the file in the repository (%P)')
    .option('--verbose', 'print the stack of an error')
    .action(async (base: string, ours: string, theirs: string, path: string) => {
      const { mergeFiles } = await import('../../pipeline/files/merge-files.ts')
      const conflicts = await mergeFiles({ base, ours, theirs, path })
      if (conflicts === 0) return
      process.stderr.write(
        `${path}: ${conflicts === 1 ? '1 line was' : `${conflicts} lines were`} changed in two ways. Keep one line of each pair, then git add the file.\n`,
      )
      setExitCode(exitCodes.diagnostics)
    })
}
