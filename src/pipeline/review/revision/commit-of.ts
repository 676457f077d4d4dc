import { VersoError } from '../../../verso-error.ts'
import { runGit } from './run-git.ts'

/**
 * The commit that a revision names.
 *
 * @param root the project's root; it need not be the repository's
 * @throws VersoError `usage` where there is no Git, no repository or no such revision
 */
export function commitOf(root: string, revision: string): string {
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const { status, stdout, stderr } = runGit(root, asked)
  if (status === 0) return stdout.toString('utf8').trim()
  const reason = stderr.toString('utf8').trim()
  if (/not a git repository/.test(reason)) {
    throw new VersoError(
      'usage',
      `${root} is not in a Git repository: --since and --from-git read Git revisions.`,
    )
  }
  const isShallow =
    runGit(root, ['rev-parse', '--is-shallow-repository']).stdout.toString('utf8').trim() === 'true'
  const hint = isShallow
    ? 'This clone is shallow and lacks older ones: fetch them with git fetch --unshallow.'
    : 'Give a commit, a branch or a tag that git log shows.'
  throw new VersoError(
    'usage',
    `Git has no such revision here: ${revision}${reason === '' ? '' : ` (${reason})`}. ${hint}`,
  )
}
