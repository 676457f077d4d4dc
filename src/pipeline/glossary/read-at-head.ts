import { spawnSync } from 'node:child_process'

/**
 * The text of a file as the last commit has it; undefined where there is none, or no Git.
 *
 * @param file from the root
 */
export function readAtHead(root: string, file: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['show', `HEAD:./${file}`], { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout : undefined
}
