import { Option } from 'commander'

/** `--format xliff|tmx` */
export function formatOption(): Option {
  return new Option('--format <name>', 'the file’s format').choices(['xliff', 'tmx']).default('xliff')
}
