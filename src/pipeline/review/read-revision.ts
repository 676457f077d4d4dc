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
  const commit = commitOf(root, revision)
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

function commitOf(root: string, revision: string): string {
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const { status, stdout, stderr } = run(root, asked)
  if (status === 0) return stdout.toString('utf8').trim()
  const reason = stderr.toString('utf8').trim()
  if (/not a git repository/.test(reason)) {
    throw new VersoError(
      'usage',
      `${root} is not in a Git repository: --since and --from-git read Git revisions.`,
    )
  }
  const isShallow =
    run(root, ['rev-parse', '--is-shallow-repository']).stdout.toString('utf8').trim() === 'true'
  const hint = isShallow
    ? 'This clone is shallow and lacks older ones: fetch them with git fetch --unshallow.'
    : 'Give a commit, a branch or a tag that git log shows.'
  throw new VersoError(
    'usage',
    `Git has no such revision here: ${revision}${reason === '' ? '' : ` (${reason})`}. ${hint}`,
  )
}

function git(cwd: string, args: readonly string[], input: string): Buffer {
  const { status, stdout, stderr } = run(cwd, args, input)
  if (status === 0) return stdout
  throw new VersoError('usage', `Git can't read that revision: ${stderr.toString('utf8').trim()}`)
}

function run(cwd: string, args: readonly string[], input = '') {
  const { error, ...result } = spawnSync('git', args, { cwd, input, maxBuffer: 1 << 30 })
  if (error === undefined) return result
  throw new VersoError('usage', `Git is needed to read a revision, and can't be run: ${error.message}.`, {
    cause: error,
  })
}
