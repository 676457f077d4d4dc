import type { Command } from 'commander'

/** What every command understands. */
export interface CommonOptions {
  readonly root?: string
  readonly json?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
}

/** Adds the options that every command understands. */
export function addCommonOptions(command: Command): Command {
  return command
    .option('--root <dir>', 'the project (default: the folder of the nearest verso.config.yaml upwards)')
    .option('--json', 'print one JSON document on stdout')
    .option('--quiet', 'print errors alone')
    .option('--verbose', 'print the stack of an error')
}
