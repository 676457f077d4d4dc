import { spawnSync } from 'node:child_process'
import { VersoError } from '../../verso-error.ts'

/**
 * The texts of files as a Git revision has them.
 *
 * @param root the project's root; it need not be the repository's
 * @param files from the root
 * @returns a text for each file that the revision has
 * @throws VersoError `usage` where there is no Git, no repository or no such revision
 */
export function readRevision(
  root: string,
  revision: string,
  files: readonly string[],
): ReadonlyMap<string, string> {
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
    .toString('utf8')
    .trim()
  const input = files.map(file => `${commit}:./${file}\n`).join('')
  const output = git(root, ['cat-file', '--batch'], input)
  const texts = new Map<string, string>()
  let at = 0
  for (const file of files) {
    const lineEnd = output.indexOf(0x0a, at)
    const header = output.subarray(at, lineEnd).toString('utf8')
    at = lineEnd + 1
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(header) ?? []
    // "… missing" has no content after it.
    if (size === undefined) continue
    texts.set(file, output.subarray(at, at + Number(size)).toString('utf8'))
    at += Number(size) + 1
  }
  return texts
}

function git(cwd: string, args: readonly string[], input = ''): Buffer {
  const { status, error, stdout, stderr } = spawnSync('git', args, { cwd, input, maxBuffer: 1 << 30 })
  if (error !== undefined) {
    throw new VersoError('usage', `Git is needed to read a revision, and can't be run: ${error.message}.`, {
      cause: error,
    })
  }
  if (status === 0) return stdout
  const reason = stderr.toString('utf8').trim()
  throw new VersoError(
    'usage',
    /not a git repository/.test(reason)
      ? `${cwd} is not in a Git repository: --since and --from-git read Git revisions.`
      : `Git has no such revision here${reason === '' ? '' : ` (${reason})`}. A shallow clone lacks older ones: fetch them with git fetch --unshallow.`,
  )
}
