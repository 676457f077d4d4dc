import { VersoError } from '../../../verso-error.ts'
import { runGit } from './run-git.ts'

/**
 * What a Git command prints.
 *
 * @throws VersoError `usage` when it fails
 */
export function readGit(cwd: string, args: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr } = runGit(cwd, args, input)
  if (status === 0) return stdout
  throw new VersoError('usage', `Git can't read that revision: ${stderr.toString('utf8').trim()}`)
}
